import { refuseRest } from '../core/refuse-rest.ts';

/** Electron's `clipboard`, for text. Its own, not the machine's and not the page's, so that applications side by side don't meet in it. */
export class Clipboard {
  #text = '';

  readText(): Promise<string> {
    return Promise.resolve(this.#text);
  }

  writeText(text: string): Promise<void> {
    this.#text = text;
    return Promise.resolve();
  }

  clear(): void {
    this.#text = '';
  }
}

refuseRest(Clipboard.prototype, 'Clipboard');
