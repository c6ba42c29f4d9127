/** The part of a DOM event that Electron's events have. */
export interface PreventableEvent {
  readonly defaultPrevented: boolean;
  preventDefault(): void;
}

/** An event whose default can be prevented, with the fields Electron puts on it. */
export function createEvent<T extends object>(fields: T): T & PreventableEvent {
  let defaultPrevented = false;
  const event = {
    get defaultPrevented(): boolean {
      return defaultPrevented;
    },
    preventDefault(): void {
      defaultPrevented = true;
    },
  };
  return Object.defineProperties(event, Object.getOwnPropertyDescriptors(fields)) as T & PreventableEvent;
}
