import type { CustomScheme } from 'electron';
import { refuseRest } from '../core/refuse-rest.ts';
import { unmodelled } from '../core/unmodelled.ts';
import type { SchemeMap } from './scheme-map.ts';

/** Answers one request for a custom scheme. */
export type ProtocolHandler = (request: Request) => Response | Promise<Response>;

/** Electron's `protocol` for standard, secure schemes. */
export class Protocol {
  readonly #schemes: SchemeMap;
  readonly #isReady: () => boolean;
  readonly #onChange: () => void;
  readonly #handlers = new Map<string, ProtocolHandler>();

  constructor(options: { schemes: SchemeMap; isReady: () => boolean; onChange: () => void }) {
    this.#schemes = options.schemes;
    this.#isReady = options.isReady;
    this.#onChange = options.onChange;
  }

  registerSchemesAsPrivileged(schemes: CustomScheme[]): void {
    if (this.#isReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    for (const { scheme, privileges } of schemes) {
      if (privileges?.standard !== true || privileges.secure !== true) unmodelled(`the scheme '${scheme}' that is not standard and secure`);
      if (privileges.bypassCSP === true) unmodelled(`the scheme '${scheme}' with bypassCSP`);
      this.#schemes.add(scheme);
    }
  }

  handle(scheme: string, handler: ProtocolHandler): void {
    if (!this.#schemes.has(scheme)) unmodelled(`protocol.handle('${scheme}')`, 'Register it as a privileged scheme first.');
    if (this.#handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    this.#handlers.set(scheme, handler);
    this.#onChange();
  }

  unhandle(scheme: string): void {
    if (!this.#handlers.delete(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`);
  }

  isProtocolHandled(scheme: string): boolean {
    return this.#handlers.has(scheme);
  }

  /** The handler of an address, when its scheme has one. */
  handlerOf(url: string): ProtocolHandler | undefined {
    return this.#handlers.get(url.slice(0, url.indexOf(':')));
  }
}

refuseRest(Protocol.prototype, 'Protocol');
