import type { Clock, Undo } from './clock.ts';
import { createStore, type Store } from './store.ts';

const TELL_EVERY_MS = 3_000;
const OWN_PAUSE_MS = 5_000;
/** Longer than a desk's own interval: a lost "stopped" doesn't leave somebody typing for ever. */
const OTHER_PAUSE_MS = 8_000;

/** Tells the other side that the customer writes: at most once in three seconds, and once that they stopped. */
export function createOwnTyping(clock: Clock, tell: (typing: boolean) => void) {
  let toldAt: number | null = null;
  let cancel: Undo = () => undefined;

  function stop(): void {
    cancel();
    if (toldAt === null) return;
    toldAt = null;
    tell(false);
  }

  function write(): void {
    cancel();
    cancel = clock.after(OWN_PAUSE_MS, stop);
    if (toldAt !== null && clock.now() - toldAt < TELL_EVERY_MS) return;
    toldAt = clock.now();
    tell(true);
  }

  return { write, stop };
}

/** Whether somebody of ours writes now. */
export function createOtherTyping(clock: Clock): { readonly store: Store<boolean>; readonly hear: (typing: boolean) => void } {
  const store = createStore(false);
  let cancel: Undo = () => undefined;
  const hear = (typing: boolean) => {
    cancel();
    store.update(() => typing);
    if (typing) cancel = clock.after(OTHER_PAUSE_MS, () => store.update(() => false));
  };
  return { store, hear };
}
