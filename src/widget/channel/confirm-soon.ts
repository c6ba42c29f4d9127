import type { Clock, Undo } from './clock.ts';

const GATHER_MS = 500;

/** Calls `confirm` once for everything that comes within half a second. */
export function createConfirmSoon(clock: Clock, confirm: () => void): () => void {
  let cancel: Undo | null = null;
  return () => {
    cancel ??= clock.after(GATHER_MS, () => {
      cancel = null;
      confirm();
    });
  };
}
