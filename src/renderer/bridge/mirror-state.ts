import type { BridgeTopics } from '../../shared/contracts/bridge/contract.ts';
import type { OutboxEntry } from '../../shared/contracts/bridge/outbox.ts';
import type { ConversationState, ConversationWindow } from '../../shared/contracts/conversation-state.ts';
import type { LogEvent } from '../../shared/contracts/events/envelope.ts';
import { overlayPending, type DisplayedConversation } from '../../shared/domain/overlay-pending.ts';
import { foldConversation } from '../../shared/domain/reducers/reduce-conversation.ts';
import { joinWindows, trimWindow } from '../../shared/domain/reducers/reduce-window.ts';
import { annotate } from '../../shared/domain/reducers/window/annotate.ts';
import { assertNever } from '../../shared/lib/assert-never.ts';

export type SessionMessage = BridgeTopics['session']['message'];

/** One asking for an older page. It is told from others by being itself: a later one may ask the same of a later state. */
export type OlderRequest = { readonly before: number; readonly asOf: number };

/** The window's copy of a conversation: confirmed by the log, with what is on its way laid over it. */
export type ReadyMirror = {
  readonly kind: 'ready';
  readonly displayed: DisplayedConversation;
  readonly entries: readonly OutboxEntry[];
  /** This window has the composer's lease. */
  readonly isComposerMine: boolean;
  /** An older page is asked for; `since` are the events that came meanwhile, which may speak of its items. Void with a new whole state. */
  readonly older: { readonly request: OlderRequest; readonly since: readonly LogEvent[] } | null;
};

export type MirrorState = { readonly kind: 'loading' } | { readonly kind: 'failed'; readonly code: string } | ReadyMirror;

/** What became of a message; a gap means that the whole state has to be asked for again. */
export type MirrorStep = { readonly state: MirrorState; readonly isGap: boolean };

const fine = (state: MirrorState): MirrorStep => ({ state, isGap: false });

function ready(mirror: MirrorState, confirmed: ConversationState): ReadyMirror {
  const known = mirror.kind === 'ready' ? mirror : null;
  const entries = known?.entries ?? [];
  return { kind: 'ready', entries, displayed: overlayPending(confirmed, entries), isComposerMine: known?.isComposerMine ?? false, older: null };
}

function withConfirmed(mirror: ReadyMirror, confirmed: ConversationState): ReadyMirror {
  return confirmed === mirror.displayed.confirmed ? mirror : { ...mirror, displayed: overlayPending(confirmed, mirror.entries) };
}

function applyEvents(mirror: ReadyMirror, events: readonly LogEvent[]): MirrorStep {
  const reduced = foldConversation(mirror.displayed.confirmed, events);
  const older = mirror.older && { ...mirror.older, since: [...mirror.older.since, ...events] };
  return { state: withConfirmed({ ...mirror, older }, reduced.state), isGap: reduced.kind === 'gap' };
}

const withEntries = (mirror: ReadyMirror, entries: readonly OutboxEntry[]): ReadyMirror => ({
  ...mirror,
  entries,
  displayed: overlayPending(mirror.displayed.confirmed, entries),
});

/** The mirror after a message of main. A pure function, so that what a window shows can be replayed and tested. */
export function stepMirror(mirror: MirrorState, message: SessionMessage): MirrorStep {
  if (message.kind === 'snapshot') return fine(ready(mirror, message.state));
  if (message.kind === 'failed') return fine({ kind: 'failed', code: message.code });
  if (mirror.kind !== 'ready') return fine(mirror);
  switch (message.kind) {
    case 'events': return applyEvents(mirror, message.events);
    case 'pending': return fine(withEntries(mirror, message.entries));
    case 'composer': return fine({ ...mirror, isComposerMine: message.mine });
    default: return assertNever(message);
  }
}

export const startOlder = (mirror: ReadyMirror, request: OlderRequest): ReadyMirror => ({ ...mirror, older: { request, since: [] } });

/**
 * An older page in front of the window, with what was said about its items since it was folded; null when none came. A page is dropped
 * that no longer touches, and one of a request that a whole state has voided: what was said since then is in no list, a recall among it.
 */
export function endOlder(mirror: ReadyMirror, request: OlderRequest, page: ConversationWindow | null): ReadyMirror {
  if (mirror.older?.request !== request) return mirror;
  const { confirmed } = mirror.displayed;
  const settled = { ...mirror, older: null };
  if (page === null || page.to + 1 !== confirmed.window.from) return settled;
  const items = mirror.older.since.reduce(annotate, page.items);
  return withConfirmed(settled, { ...confirmed, window: joinWindows({ ...page, items: [...items] }, confirmed.window) });
}

/** Lets go of what is far above; it can be asked for again. */
export function trimmed(mirror: ReadyMirror, size: number): ReadyMirror {
  const { confirmed } = mirror.displayed;
  const window = trimWindow(confirmed.window, size);
  return window === confirmed.window ? mirror : withConfirmed(mirror, { ...confirmed, window });
}
