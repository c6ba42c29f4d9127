import type { BrowserWindow } from './browser-window.ts';

/** The application's windows, and which of them has the focus. */
export class WindowRegistry {
  readonly #windows = new Map<number, BrowserWindow>();
  readonly #onFocus: (focused: BrowserWindow | undefined, left: BrowserWindow | undefined) => void;
  readonly #onLastClosed: () => void;
  #focused: BrowserWindow | undefined;
  #lastId = 0;

  constructor(hooks: { onFocus: (focused: BrowserWindow | undefined, left: BrowserWindow | undefined) => void; onLastClosed: () => void }) {
    this.#onFocus = hooks.onFocus;
    this.#onLastClosed = hooks.onLastClosed;
  }

  nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  add(window: BrowserWindow): void {
    this.#windows.set(window.id, window);
  }

  remove(window: BrowserWindow): void {
    if (this.#focused === window) this.focus(undefined);
    this.#windows.delete(window.id);
    if (this.#windows.size === 0) this.#onLastClosed();
  }

  all(): BrowserWindow[] {
    return [...this.#windows.values()];
  }

  get(id: number): BrowserWindow | undefined {
    return this.#windows.get(id);
  }

  get focused(): BrowserWindow | undefined {
    return this.#focused;
  }

  /** Gives the focus to a window, or to another application. */
  focus(window: BrowserWindow | undefined): void {
    const left = this.#focused;
    if (left === window) return;
    this.#focused = window;
    this.#onFocus(window, left);
  }
}
