import { createContext, useContext, useEffect, useLayoutEffect, useRef, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { CommandId } from './commands.ts';
import type { ComposerState } from './composer-store.ts';
import type { ScreenState } from './screen-store.ts';
import type { Stores } from './stores.ts';

const StoresContext = createContext<Stores | null>(null);

/** Hands the window's stores to everything below; set once, at the root. */
export function StoresProvider({ stores, children }: { stores: Stores; children: ReactNode }) {
  return <StoresContext value={stores}>{children}</StoresContext>;
}

export function useStores(): Stores {
  const stores = useContext(StoresContext);
  if (stores === null) throw new Error('useStores needs a StoresProvider above it');
  return stores;
}

export const useScreen = <T,>(select: (state: ScreenState) => T): T => useStore(useStores().screen, select);
export const useComposer = <T,>(select: (state: ComposerState) => T): T => useStore(useStores().composer, select);

/** Binds a command while the component is mounted; null means that it can't be given now. */
export function useCommand(id: CommandId, run: (() => void) | null): void {
  const { commands } = useStores();
  const latest = useRef(run);
  // With the change of the screen, not behind it: a key right after it means what is shown now.
  useLayoutEffect(() => {
    latest.current = run;
  });
  const isBound = run !== null;
  useEffect(() => (isBound ? commands.getState().bind(id, () => latest.current?.()) : undefined), [commands, id, isBound]);
}
