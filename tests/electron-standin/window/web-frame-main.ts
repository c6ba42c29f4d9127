import { refuseRest } from '../core/refuse-rest.ts';
import { StrictEmitter } from '../core/strict-emitter.ts';

/** The top frame of a window. Other frames have no preload, so they never send anything. */
export class WebFrameMain extends StrictEmitter {
  readonly frames: readonly WebFrameMain[] = [];
  readonly parent = null;
  readonly top = this;
  readonly detached = false;
  readonly name = '';
  readonly processId: number;
  readonly routingId = 1;
  readonly frameTreeNodeId: number;
  readonly #location: { readonly url: () => string; readonly originOf: (url: string) => string };
  readonly #send: (channel: string, ...args: unknown[]) => void;

  constructor(options: {
    id: number;
    url: () => string;
    originOf: (url: string) => string;
    send: (channel: string, ...args: unknown[]) => void;
  }) {
    super({ api: 'WebFrameMain', fired: [], never: [] });
    this.processId = options.id;
    this.frameTreeNodeId = options.id;
    this.#location = options;
    this.#send = options.send;
  }

  get url(): string {
    return this.#location.url();
  }

  get origin(): string {
    return this.#location.originOf(this.url);
  }

  send(channel: string, ...args: unknown[]): void {
    this.#send(channel, ...args);
  }

  isDestroyed(): boolean {
    return false;
  }
}

refuseRest(WebFrameMain.prototype, 'WebFrameMain', ['frames', 'parent', 'top', 'detached', 'name', 'processId', 'routingId', 'frameTreeNodeId']);
