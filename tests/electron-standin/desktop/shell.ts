import { refuseRest } from '../core/refuse-rest.ts';

/** Electron's `shell`: notes what would be opened and opens nothing. */
export class Shell {
  readonly #opened: string[] = [];

  openExternal(url: string): Promise<void> {
    this.#opened.push(url);
    return Promise.resolve();
  }

  openPath(path: string): Promise<string> {
    this.#opened.push(path);
    return Promise.resolve('');
  }

  showItemInFolder(path: string): void {
    this.#opened.push(path);
  }

  beep(): void {}

  /** The stand-in's own: what would have been opened, in order. */
  get opened(): readonly string[] {
    return this.#opened;
  }
}

refuseRest(Shell.prototype, 'Shell');
