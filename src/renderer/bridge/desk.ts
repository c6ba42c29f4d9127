import type { QueryClient } from '@tanstack/react-query';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppState } from '../../shared/contracts/bridge/app-state.ts';
import type { Bridge } from '../../shared/contracts/bridge/channels.ts';
import type { TickSource } from '../lib/tick-source.ts';

/** Calls once, after so many milliseconds, unless the returned undo came first. */
export type After = (milliseconds: number, run: () => void) => () => void;

/** What a window stands on: the door to main, and the clock, timers and ids of its machine. */
export type Desk = {
  readonly bridge: Bridge;
  readonly newId: () => string;
  readonly tick: TickSource;
  readonly after: After;
  readonly queries: QueryClient;
  /** Mirror of the application's state; null until main has said it. */
  readonly app: StoreApi<AppState | null>;
  /** Starts listening to main; the returned function ends it. */
  readonly start: () => () => void;
};

type Parts = Omit<Desk, 'app' | 'start'>;

/** Puts the window's ground together. Nothing is asked before `start`. */
export function createDesk(parts: Parts): Desk {
  const app = createStore<AppState | null>()(() => null);
  const start = (): (() => void) =>
    parts.bridge.subscribe('app', null, (state) => {
      const wasLive = app.getState()?.connection.state === 'live';
      app.setState(state, true);
      // What was asked while the line was down may be old or have failed: ask again once.
      if (!wasLive && state.connection.state === 'live') void parts.queries.invalidateQueries();
    });
  return { ...parts, app, start };
}
