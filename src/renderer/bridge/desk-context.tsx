import { createContext, useContext, useSyncExternalStore, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { AppState } from '../../shared/contracts/bridge/app-state.ts';
import type { Desk } from './desk.ts';

const DeskContext = createContext<Desk | null>(null);

/** Hands the window's ground to everything below; set once, at the root. */
export function DeskProvider({ desk, children }: { desk: Desk; children: ReactNode }) {
  return <DeskContext value={desk}>{children}</DeskContext>;
}

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('useDesk needs a DeskProvider above it');
  return desk;
}

/** A part of the application's state. Only rendered below the gate that waits for it. */
export function useApp<T>(select: (state: AppState) => T): T {
  return useStore(useDesk().app, (state) => {
    if (state === null) throw new Error('useApp below the gate that waits for main');
    return select(state);
  });
}

/** Whether main has said anything yet. */
export const useIsReady = (): boolean => useStore(useDesk().app, (state) => state !== null);

/** A fact that depends on the time: it is looked at on every tick, and the component renders again only when it changes. */
export function useAtTick<T extends string | number | boolean | null>(select: (now: number) => T): T {
  const { tick } = useDesk();
  return useSyncExternalStore(tick.subscribe, () => select(tick.now()));
}

/** Whether the line to the backend is up, so that online-only acts can be given. */
export const useIsLive = (): boolean => useApp((state) => state.connection.state === 'live' || state.connection.state === 'catching-up');
