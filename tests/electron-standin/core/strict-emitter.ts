import { EventEmitter } from 'node:events';
import { unmodelled } from './unmodelled.ts';

type Listener = Parameters<EventEmitter['on']>[1];

/** The events of one class: those the stand-in fires, and those it accepts listeners for though they can't happen here. */
export interface EventTable {
  readonly api: string;
  readonly fired: readonly string[];
  readonly never: readonly string[];
}

/** An emitter that refuses listeners for events it would never fire, unless they are named as such. */
export class StrictEmitter extends EventEmitter {
  readonly #table: EventTable;

  constructor(table: EventTable) {
    super();
    this.#table = table;
    this.setMaxListeners(0);
  }

  #check(event: string | symbol): void {
    if (typeof event === 'symbol' || this.#table.fired.includes(event) || this.#table.never.includes(event)) return;
    unmodelled(`the event '${event}' of ${this.#table.api}`);
  }

  override on(event: string | symbol, listener: Listener): this {
    this.#check(event);
    return super.on(event, listener);
  }

  override once(event: string | symbol, listener: Listener): this {
    this.#check(event);
    return super.once(event, listener);
  }

  override addListener(event: string | symbol, listener: Listener): this {
    return this.on(event, listener);
  }

  override prependListener(event: string | symbol, listener: Listener): this {
    this.#check(event);
    return super.prependListener(event, listener);
  }
}
