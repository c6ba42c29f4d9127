import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';

type OpenTraces = { readonly open: ReadonlySet<number>; readonly setOpen: (seq: number, isOpen: boolean) => void };

const OpenTracesContext = createContext<OpenTraces>({ open: new Set(), setOpen: () => {} });

/** Remembers which traces are open while their messages are scrolled out of the virtual list. */
export function OpenTracesProvider({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const value = useMemo<OpenTraces>(
    () => ({ open, setOpen: (seq, isOpen) => setOpen((before) => new Set(isOpen ? [...before, seq] : [...before].filter((other) => other !== seq))) }),
    [open],
  );
  return <OpenTracesContext value={value}>{children}</OpenTracesContext>;
}

export function useOpenTraces(seq: number): { isOpen: boolean; setOpen: (isOpen: boolean) => void } {
  const { open, setOpen } = useContext(OpenTracesContext);
  return { isOpen: open.has(seq), setOpen: (isOpen) => setOpen(seq, isOpen) };
}
