import type { Undo } from './clock.ts';

/** One value that can be watched. */
export type Store<T> = {
  readonly get: () => T;
  /** Calls `listener` after every change until taken back. */
  readonly subscribe: (listener: () => void) => Undo;
};

export type WritableStore<T> = Store<T> & { readonly update: (change: (value: T) => T) => void };

/** A store that tells its listeners only when the value is another one. */
export function createStore<T>(initial: T): WritableStore<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    update: (change) => {
      const next = change(value);
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of listeners) listener();
    },
  };
}
