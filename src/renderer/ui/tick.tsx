import { createContext, useContext, useSyncExternalStore, type ReactNode } from 'react';
import type { TickSource } from '../lib/tick-source.ts';

const TickContext = createContext<TickSource | null>(null);

/** Hands the window's one tick to every clock below; set once, at the root. */
export function TickProvider({ source, children }: { source: TickSource; children: ReactNode }) {
  return <TickContext value={source}>{children}</TickContext>;
}

/** The instant of the last tick, in UTC milliseconds; the component renders again at each tick, so it should be small. */
export function useNow(): number {
  const source = useContext(TickContext);
  if (source === null) throw new Error('useNow needs a TickProvider above it');
  return useSyncExternalStore(source.subscribe, source.now);
}
