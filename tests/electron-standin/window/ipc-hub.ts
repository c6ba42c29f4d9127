import { EventEmitter } from 'node:events';

type Handler = (event: object, ...args: unknown[]) => unknown;

/** Electron's `ipcMain`, and the `ipc` of one WebContents. */
export class IpcHub extends EventEmitter {
  readonly #handlers = new Map<string, Handler>();

  constructor() {
    super();
    this.setMaxListeners(0);
  }

  handle(channel: string, handler: Handler): void {
    if (this.#handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.#handlers.set(channel, handler);
  }

  handleOnce(channel: string, handler: Handler): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel);
      return handler(event, ...args);
    });
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }

  /** The handler of a channel, if it has one. */
  handlerOf(channel: string): Handler | undefined {
    return this.#handlers.get(channel);
  }
}
