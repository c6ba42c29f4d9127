/** Something that happens here and is heard elsewhere: lets parts that need each other be made one after the other. */
export type Signal<T> = { readonly emit: (value: T) => void; readonly on: (listener: (value: T) => void) => void };

/** A signal nobody listens to yet. */
export function createSignal<T>(): Signal<T> {
  const listeners: ((value: T) => void)[] = [];
  return {
    emit: (value) => {
      for (const listener of listeners) listener(value);
    },
    on: (listener) => {
      listeners.push(listener);
    },
  };
}
