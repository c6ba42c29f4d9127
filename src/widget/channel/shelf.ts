/** Where one visitor's things are kept on this device: small texts under their own names. */
export type Shelf = {
  readonly read: (name: string) => string | null;
  /** False when the device keeps nothing (full, or storage switched off): the thing lives as long as the page. */
  readonly write: (name: string, text: string) => boolean;
  readonly remove: (name: string) => void;
  /** Names that begin so, in order. */
  readonly names: (start: string) => string[];
};

/** A shelf in the storage of the page's origin. Names are `baton.chat.<owner>.<name>`, so that visitors of two shops share nothing. */
export function createShelf(storage: Storage, owner: string): Shelf {
  const prefix = `baton.chat.${owner}.`;
  return {
    read: (name) => storage.getItem(prefix + name),
    write: (name, text) => {
      try {
        storage.setItem(prefix + name, text);
        return true;
      } catch {
        return false;
      }
    },
    remove: (name) => storage.removeItem(prefix + name),
    names: (start) =>
      Object.keys(storage)
        .filter((key) => key.startsWith(prefix + start))
        .map((key) => key.slice(prefix.length))
        .toSorted(),
  };
}
