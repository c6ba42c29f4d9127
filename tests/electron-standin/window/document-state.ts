import { createEvent } from '../core/preventable-event.ts';

/** Chromium's numbers for what a load can end with; others are reported as FAILED (-2). */
const ERROR_CODES: Readonly<Record<string, number>> = {
  ERR_ABORTED: -3,
  ERR_BLOCKED_BY_CLIENT: -20,
  ERR_CONNECTION_REFUSED: -102,
  ERR_NAME_NOT_RESOLVED: -105,
};

/** Where the document is in its life, and the events of WebContents that tell of it. Addresses are the application's. */
export class DocumentState {
  readonly #emit: (event: string, ...args: unknown[]) => void;
  readonly #frameId: number;
  #url = '';
  #title = '';
  #isLoading = false;
  #isCrashed = false;

  constructor(frameId: number, emit: (event: string, ...args: unknown[]) => void) {
    this.#frameId = frameId;
    this.#emit = emit;
  }

  get url(): string {
    return this.#url;
  }

  get title(): string {
    return this.#title;
  }

  get isLoading(): boolean {
    return this.#isLoading;
  }

  get isCrashed(): boolean {
    return this.#isCrashed;
  }

  startLoading(): void {
    if (this.#isLoading) return;
    this.#isLoading = true;
    this.#emit('did-start-loading');
  }

  navigated(url: string): void {
    this.#url = url;
    this.#isCrashed = false;
    this.startLoading();
    this.#emit('did-navigate', createEvent({}), url, 200, 'OK');
  }

  navigatedInPage(url: string): void {
    this.#url = url;
    this.#emit('did-navigate-in-page', createEvent({}), url, true, this.#frameId, 1);
  }

  finishLoading(): void {
    this.#isLoading = false;
    this.#emit('did-finish-load', createEvent({}));
    this.#emit('did-stop-loading');
  }

  /** @returns the error with which `loadURL` rejects */
  failLoading(url: string, text: string): Error {
    this.#isLoading = false;
    const errno = ERROR_CODES[text] ?? -2;
    this.#emit('did-fail-load', createEvent({}), errno, text, url, true, this.#frameId, 1);
    return Object.assign(new Error(`${text} (${errno}) loading '${url}'`), { code: text, errno, url });
  }

  /** @returns whether the window is to take the title over */
  retitle(title: string): boolean {
    if (title === this.#title) return false;
    this.#title = title;
    const event = createEvent({});
    this.#emit('page-title-updated', event, title, true);
    return !event.defaultPrevented;
  }

  /** @returns what Electron says of the renderer process */
  crashed(): object {
    this.#isCrashed = true;
    this.#isLoading = false;
    const details = { reason: 'crashed', exitCode: 5 };
    this.#emit('render-process-gone', createEvent({}), details);
    return details;
  }
}
