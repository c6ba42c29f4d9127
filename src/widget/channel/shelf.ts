/** Where one visitor's things are kept on this device: small texts under their own names. */
export type Shelf = {
  readonly read: (name: string) => string | null;
  /** False when the device keeps nothing (full, or storage switched off): the thing lives as long as the page. */
  readonly write: (name: string, text: string) => boolean;
  readonly remove: (name: string) => void;
  /** Names that begin so, in order. */
  readonly names: (start: string) => string[];
};

/** What the browser refuses, from the beginning or later, is as if nothing were kept: the page goes on without. */
function orElse<T>(refused: T, ask: () => T): T {
  try {
    return ask();
  } catch {
    return refused;
  }
}

/** Names are `baton.chat.<owner>.<name>`, so that visitors of two shops share nothing. */
function createStoredShelf(storage: Storage, owner: string): Shelf {
  const prefix = `baton.chat.${owner}.`;
  return {
    read: (name) => orElse(null, () => storage.getItem(prefix + name)),
    write: (name, text) =>
      orElse(false, () => {
        storage.setItem(prefix + name, text);
        return true;
      }),
    remove: (name) => orElse(undefined, () => storage.removeItem(prefix + name)),
    names: (start) =>
      orElse([], () => Object.keys(storage))
        .filter((key) => key.startsWith(prefix + start))
        .map((key) => key.slice(prefix.length))
        .toSorted(),
  };
}

/** Holds things for as long as the page is open. */
function createPassingShelf(): Shelf {
  const held = new Map<string, string>();
  return {
    read: (name) => held.get(name) ?? null,
    write: (name, text) => {
      held.set(name, text);
      return false;
    },
    remove: (name) => void held.delete(name),
    names: (start) => [...held.keys()].filter((name) => name.startsWith(start)).toSorted(),
  };
}

/**
 * A shelf in the storage of the page's origin. That is handed in unread: where site data is blocked, or in a sandboxed frame, its
 * very name throws, and there are browsers that have null for it.
 */
export function createShelf(readStorage: () => Storage | null, owner: string): Shelf {
  const storage = orElse(null, readStorage);
  return storage === null ? createPassingShelf() : createStoredShelf(storage, owner);
}
