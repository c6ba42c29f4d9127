/** A value as it crosses between the two worlds: functions and promises become numbered references. */
type Crossing = unknown;

/** One end of the context bridge. Both worlds run the same code and differ only in who exposes and who receives. */
export interface BridgeEnd {
  /** Makes an object of this world available to the other one, under a name on its `window`. */
  expose(key: string, api: unknown): void;
}

/**
 * Opens one end of the context bridge. The worlds share the DOM and nothing else, so the ends talk by events on
 * `window`, under a secret name the page can't guess; Chromium clones what the events carry.
 * The function refers to nothing outside itself, because its source runs in the page.
 * @param secret the same in both worlds
 * @param side 'preload' may expose, 'page' receives
 */
export function openBridgeEnd(secret: string, side: 'preload' | 'page'): BridgeEnd {
  const other = side === 'preload' ? 'page' : 'preload';
  const target = window;
  const NativeEvent = CustomEvent;
  const dispatch = target.dispatchEvent.bind(target);
  const listen = target.addEventListener.bind(target);
  const functions = new Map<number, (...args: unknown[]) => unknown>();
  const numbers = new WeakMap<object, number>();
  const proxies = new Map<number, (...args: unknown[]) => unknown>();
  const promises = new Map<number, PromiseWithResolvers<unknown>>();
  let lastNumber = 0;
  let answer: { ok: boolean; value: Crossing } | undefined;

  // Cloned here, so that what can't be cloned throws here; Chromium would silently deliver nothing.
  function fire(kind: string, detail: object): void {
    dispatch(new NativeEvent(`${secret}:${other}:${kind}`, { detail: structuredClone(detail) }));
  }

  function receive(kind: string, handler: (detail: never) => void): void {
    const handle = (event: Event): void => {
      event.stopImmediatePropagation();
      handler((event as CustomEvent<never>).detail);
    };
    listen(`${secret}:${side}:${kind}`, handle, true);
  }

  function isPlain(value: object): boolean {
    const prototype: unknown = Object.getPrototypeOf(value);
    return prototype === Object.prototype || prototype === null;
  }

  function numberOf(value: object): number {
    const known = numbers.get(value);
    if (known !== undefined) return known;
    lastNumber += 1;
    numbers.set(value, lastNumber);
    return lastNumber;
  }

  function wrapPromise(promise: Promise<unknown>): Crossing {
    lastNumber += 1;
    const number = lastNumber;
    const settle = (ok: boolean, value: unknown): void => fire('settled', { number, ok, value: value instanceof Error ? value : wrap(value) });
    promise.then((value) => settle(true, value), (error: unknown) => settle(false, error));
    return { $promise: number };
  }

  function wrap(value: unknown, depth = 0): Crossing {
    if (depth > 1000) throw new TypeError('A cycle cannot cross the context bridge of the Electron stand-in');
    if (typeof value === 'symbol') throw new TypeError('A symbol cannot cross the context bridge');
    if (typeof value === 'function') {
      const number = numberOf(value);
      functions.set(number, value as (...args: unknown[]) => unknown);
      return { $function: number };
    }
    if (value === null || typeof value !== 'object') return value;
    if (value instanceof Promise) return wrapPromise(value);
    if (Array.isArray(value)) return value.map((item) => wrap(item, depth + 1));
    if (!isPlain(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, wrap(item, depth + 1)]));
  }

  function unwrapFunction(number: number): (...args: unknown[]) => unknown {
    const known = proxies.get(number);
    if (known !== undefined) return known;
    const proxy = (...args: unknown[]): unknown => call(number, args);
    proxies.set(number, proxy);
    return proxy;
  }

  function unwrapPromise(number: number): Promise<unknown> {
    const waiting = Promise.withResolvers<unknown>();
    promises.set(number, waiting);
    return waiting.promise;
  }

  // What arrives in the page is frozen, so that no script there can replace a part of the bridge.
  function unwrap(value: Crossing): unknown {
    if (value === null || typeof value !== 'object') return value;
    if ('$function' in value) return unwrapFunction(value.$function as number);
    if ('$promise' in value) return unwrapPromise(value.$promise as number);
    const freeze = side === 'page' ? Object.freeze : <T>(given: T): T => given;
    if (Array.isArray(value)) return freeze(value.map(unwrap));
    if (!isPlain(value)) return value;
    return freeze(Object.fromEntries(Object.entries(value).map(([key, item]) => [key, unwrap(item)])));
  }

  // Events are delivered before dispatch returns, so the answer to a call is there at once.
  function call(number: number, args: readonly unknown[]): unknown {
    answer = undefined;
    fire('call', { number, args: args.map((arg) => wrap(arg)) });
    const given = answer as { ok: boolean; value: Crossing } | undefined;
    if (given === undefined) throw new Error('The other side of the context bridge is gone');
    if (!given.ok) throw given.value;
    return unwrap(given.value);
  }

  function perform(number: number, args: readonly Crossing[]): { ok: boolean; value: Crossing } {
    try {
      return { ok: true, value: wrap(functions.get(number)?.(...args.map(unwrap))) };
    } catch (error) {
      return { ok: false, value: error instanceof Error ? error : new Error(String(error)) };
    }
  }

  receive('call', ({ number, args }: { number: number; args: readonly Crossing[] }) => fire('answer', perform(number, args)));
  receive('answer', (given: { ok: boolean; value: Crossing }) => (answer = given));
  receive('settled', ({ number, ok, value }: { number: number; ok: boolean; value: Crossing }) => {
    if (ok) promises.get(number)?.resolve(unwrap(value));
    else promises.get(number)?.reject(unwrap(value));
    promises.delete(number);
  });
  if (side === 'page') {
    receive('expose', ({ key, api }: { key: string; api: Crossing }) => {
      Object.defineProperty(target, key, { value: unwrap(api), enumerable: true });
    });
  }
  return { expose: (key, api) => fire('expose', { key, api: wrap(api) }) };
}
