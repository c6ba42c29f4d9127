import { createStore, type StoreApi } from 'zustand/vanilla';
import type { OutboxEntry } from '../../shared/contracts/bridge/outbox.ts';
import type { Activity } from '../../shared/contracts/wire/staff-socket.ts';
import { EMPTY_INBOX, reduceInbox, type InboxState } from '../../shared/domain/reducers/reduce-inbox.ts';
import type { Stores } from '../stores/stores.ts';
import { createConversationMirror, type ConversationMirror } from './conversation-mirror.ts';
import type { Desk } from './desk.ts';
import { startDraftKeeper } from './draft-keeper.ts';

export type InboxMirror = InboxState & { /** The first snapshot is here. */ readonly isLoaded: boolean };

/** Who types in or looks at which conversation, newest word by person. */
export type ActivityMirror = { readonly [conversationId: string]: readonly Activity[] | undefined };

/** Mirrors of one signed-in account: gone with it. */
export type Workspace = {
  readonly inbox: StoreApi<InboxMirror>;
  readonly outbox: StoreApi<readonly OutboxEntry[]>;
  readonly activity: StoreApi<ActivityMirror>;
  /** Beginnings of the drafts main keeps, by conversation, as they were when the window opened. */
  readonly draftStarts: StoreApi<{ readonly [conversationId: string]: string | undefined }>;
  readonly conversation: (conversationId: string) => ConversationMirror;
  readonly start: () => () => void;
};

/** Conversations kept warm after they were left, so that going back shows them at once. */
const KEPT_WARM = 20;

function keepWarm<T>(make: (key: string) => T): (key: string) => T {
  const kept = new Map<string, T>();
  return (key) => {
    const value = kept.get(key) ?? make(key);
    kept.delete(key);
    kept.set(key, value);
    const oldest = kept.keys().next().value;
    if (kept.size > KEPT_WARM && oldest !== undefined) kept.delete(oldest);
    return value;
  };
}

function withActivity(all: ActivityMirror, activity: Activity): ActivityMirror {
  const others = (all[activity.conversationId] ?? []).filter((known) => known.who.id !== activity.who.id);
  return { ...all, [activity.conversationId]: activity.what === 'idle' ? others : [...others, activity] };
}

/** Puts the mirrors of an account together. Nothing is asked before `start`. */
export function createWorkspace(desk: Desk, stores: Stores): Workspace {
  const { bridge } = desk;
  const inbox = createStore<InboxMirror>()(() => ({ ...EMPTY_INBOX, isLoaded: false }));
  const outbox = createStore<readonly OutboxEntry[]>()(() => []);
  const activity = createStore<ActivityMirror>()(() => ({}));
  const draftStarts = createStore<{ readonly [conversationId: string]: string | undefined }>()(() => ({}));
  const conversation = keepWarm((id) => createConversationMirror(bridge, id));

  const readDrafts = async (): Promise<void> => {
    const kept = await bridge.query('draft.list', null);
    if (kept.ok) draftStarts.setState(Object.fromEntries(kept.value.map(({ conversationId, start: words }) => [conversationId, words])), true);
  };

  const start = (): (() => void) => {
    void readDrafts();
    const ends = [
      bridge.subscribe('inbox', null, (message) => {
        const before = message.kind === 'snapshot' ? EMPTY_INBOX : inbox.getState();
        inbox.setState({ ...reduceInbox(before, message), isLoaded: true });
      }),
      bridge.subscribe('outbox', null, ({ entries }) => outbox.setState(entries, true)),
      bridge.subscribe('activity', null, (word) => activity.setState((all) => withActivity(all, word))),
      bridge.subscribe('navigate', null, ({ conversationId }) => stores.screen.getState().select(conversationId)),
      startDraftKeeper(desk, stores.composer),
    ];
    return () => ends.forEach((end) => end());
  };
  return { inbox, outbox, activity, draftStarts, conversation, start };
}
