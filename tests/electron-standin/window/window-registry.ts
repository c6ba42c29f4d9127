/** A window is known by its number. */
export interface RegisteredWindow {
  readonly id: number;
}

/** The application's windows, and which of them has the focus. */
export class WindowRegistry<Window extends RegisteredWindow> {
  readonly #windows = new Map<number, Window>();
  readonly #onFocus: (focused: Window | undefined, left: Window | undefined) => void;
  readonly #onLastClosed: () => void;
  #focused: Window | undefined;
  #lastId = 0;

  constructor(hooks: { onFocus: (focused: Window | undefined, left: Window | undefined) => void; onLastClosed: () => void }) {
    this.#onFocus = hooks.onFocus;
    this.#onLastClosed = hooks.onLastClosed;
  }

  nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  add(window: Window): void {
    this.#windows.set(window.id, window);
  }

  remove(window: Window): void {
    if (this.#focused === window) this.focus(undefined);
    this.#windows.delete(window.id);
    if (this.#windows.size === 0) this.#onLastClosed();
  }

  all(): Window[] {
    return [...this.#windows.values()];
  }

  get(id: number): Window | undefined {
    return this.#windows.get(id);
  }

  get focused(): Window | undefined {
    return this.#focused;
  }

  /** Gives the focus to a window, or to another application. */
  focus(window: Window | undefined): void {
    const left = this.#focused;
    if (left === window) return;
    this.#focused = window;
    this.#onFocus(window, left);
  }
}
