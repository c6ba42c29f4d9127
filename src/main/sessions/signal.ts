import type { Undo } from '../ports/clock.ts';

/** Something that happens, and those who want to hear of it. A subscription is its own undo. */
export type Signal<T> = { readonly emit: (value: T) => void; readonly on: (listener: (value: T) => void) => Undo };

export function createSignal<T>(): Signal<T> {
  const listeners = new Set<{ readonly hear: (value: T) => void }>();
  return {
    // A copy, so that a listener may leave while it is called.
    emit: (value) => [...listeners].forEach((listener) => listener.hear(value)),
    on: (hear) => {
      const listener = { hear };
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
