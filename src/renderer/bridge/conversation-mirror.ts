import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge } from '../../shared/contracts/bridge/channels.ts';
import { LIMITS } from '../../shared/lib/limits.ts';
import { endOlder, startOlder, stepMirror, trimmed, type MirrorState } from './mirror-state.ts';

export type ConversationMirror = {
  readonly state: StoreApi<MirrorState>;
  /** Follows the conversation until the returned undo; main then gives the whole state first. */
  readonly start: () => () => void;
  /** Asks for the page before the window, unless there is none or it is being asked for. */
  readonly loadOlder: () => Promise<void>;
};

/** Lets go of what was loaded above the newest page. */
function trim(state: StoreApi<MirrorState>): void {
  const mirror = state.getState();
  if (mirror.kind === 'ready') state.setState(trimmed(mirror, LIMITS.pageItems), true);
}

/** The window's copy of one conversation. Nobody but this writes it; what is left is trimmed and kept warm. */
export function createConversationMirror(bridge: Bridge, conversationId: string): ConversationMirror {
  const state = createStore<MirrorState>()(() => ({ kind: 'loading' }));
  let followers = 0;
  let stop: (() => void) | null = null;

  const listen = (): void => {
    stop = bridge.subscribe('session', { conversationId }, (message) => {
      const step = stepMirror(state.getState(), message);
      state.setState(step.state, true);
      if (step.isGap) restart();
    });
  };
  const restart = (): void => {
    stop?.();
    listen();
  };
  const leave = (): void => {
    followers -= 1;
    if (followers > 0) return;
    stop?.();
    stop = null;
    trim(state);
  };
  const loadOlder = async (): Promise<void> => {
    const mirror = state.getState();
    if (mirror.kind !== 'ready' || mirror.older !== null || mirror.displayed.confirmed.window.from <= 1) return;
    const { window, head } = mirror.displayed.confirmed;
    const request = { before: window.from, asOf: head.seq };
    state.setState(startOlder(mirror, request), true);
    const page = await bridge.query('session.page', { conversationId, ...request });
    const now = state.getState();
    if (now.kind === 'ready') state.setState(endOlder(now, request, page.ok ? page.value : null), true);
  };
  const start = (): (() => void) => {
    followers += 1;
    if (followers === 1) listen();
    return leave;
  };
  return { state, start, loadOlder };
}
