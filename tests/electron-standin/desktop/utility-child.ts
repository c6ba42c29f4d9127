/** Runs in a utility process before its own module: gives it the `process.parentPort` of Electron. */
import { EventEmitter } from 'node:events';
import { registerHooks } from 'node:module';

/** Messages that come before the module listens wait for it, as in a port that is not started. */
class ParentPort extends EventEmitter {
  #waiting: object[] | undefined = [];

  receive(message: object): void {
    if (this.#waiting === undefined) this.emit('message', message);
    else this.#waiting.push(message);
  }

  postMessage(message: unknown): void {
    process.send?.(message);
  }

  override on(event: string, listener: Parameters<EventEmitter['on']>[1]): this {
    super.on(event, listener);
    if (event !== 'message' || this.#waiting === undefined) return this;
    const waiting = this.#waiting;
    this.#waiting = undefined;
    for (const message of waiting) this.emit('message', message);
    return this;
  }
}

const parentPort = new ParentPort();
Object.defineProperty(process, 'parentPort', { value: parentPort });
Object.defineProperty(process, 'type', { value: 'utility' });
process.on('message', ({ data }: { data: unknown }) => parentPort.receive({ data, ports: [] }));
process.on('disconnect', () => process.exit(1));

registerHooks({
  resolve(specifier, context, next) {
    if (/^electron(\/|$)/.test(specifier)) throw new Error('The Electron stand-in does not model electron inside a utility process.');
    return next(specifier, context);
  },
});
