import { report } from '../core/report.ts';
import type { IpcFromPage, ToPage } from '../page/page-messages.ts';
import type { IpcHub } from './ipc-hub.ts';

/** Where the messages of one page go. */
export interface IpcRouterOptions {
  /** The hubs that may answer, the nearest first. */
  readonly hubs: readonly IpcHub[];
  readonly createEvent: () => object;
  readonly onPreloadFailed: (error: Error) => void;
}

function describe(channel: string, error: unknown): string {
  return `Error invoking remote method '${channel}': ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`;
}

/** Brings what a page's preload says to the listeners and handlers of the main process. */
export class IpcRouter {
  readonly #options: IpcRouterOptions;

  constructor(options: IpcRouterOptions) {
    this.#options = options;
  }

  receive(message: IpcFromPage, answer: (message: ToPage) => void): void {
    switch (message.kind) {
      case 'send':
        for (const hub of this.#options.hubs) hub.emit(message.channel, this.#options.createEvent(), ...message.args);
        return;
      case 'invoke':
        return void this.#invoke(message, answer);
      case 'preload-failed':
        return this.#options.onPreloadFailed(message.error instanceof Error ? message.error : new Error(String(message.error)));
    }
  }

  async #invoke({ id, channel, args }: Extract<IpcFromPage, { kind: 'invoke' }>, answer: (message: ToPage) => void): Promise<void> {
    const handler = this.#options.hubs.map((hub) => hub.handlerOf(channel)).find((found) => found !== undefined);
    try {
      if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
      answer({ kind: 'resolved', id, value: structuredClone(await handler(this.#options.createEvent(), ...args)) });
    } catch (error) {
      report(`Error occurred in handler for '${channel}':`, error);
      answer({ kind: 'rejected', id, message: describe(channel, error) });
    }
  }
}
