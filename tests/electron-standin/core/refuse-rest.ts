import { readApi } from './electron-api.ts';
import { unmodelled } from './unmodelled.ts';

function refuse(target: object, name: string, api: string): void {
  if (name in target) return;
  Object.defineProperty(target, name, { configurable: true, writable: true, value: () => unmodelled(`${api}.${name}()`) });
}

function refuseProperty(target: object, name: string, api: string): void {
  if (name in target) return;
  Object.defineProperty(target, name, {
    configurable: true,
    get: () => unmodelled(`${api}.${name}`),
    set() {
      unmodelled(`${api}.${name}`);
    },
  });
}

/**
 * Gives an object every member that Electron declares and the stand-in lacks; each throws when used.
 * @param target an object of the stand-in, or the prototype of one of its classes
 * @param api the name of its interface in `electron.d.ts`
 * @param own names that the instances of a prototype bring themselves
 */
export function refuseRest<T extends object>(target: T, api: string, own: readonly string[] = []): T {
  const members = readApi(api);
  for (const name of members.methods) refuse(target, name, api);
  for (const name of members.properties) if (!own.includes(name)) refuseProperty(target, name, api);
  return target;
}

/** The same for the static members of a class. */
export function refuseRestOfStatics<T extends object>(target: T, api: string): T {
  for (const name of readApi(api).statics) refuse(target, name, api);
  return target;
}

/** A whole module or class of Electron that the stand-in does not have: any use of it throws. */
export function absentApi(api: string): object {
  // A function, so that `new` reaches the proxy.
  return new Proxy(function absent() {}, {
    get: (_target, member) => (typeof member === 'symbol' ? undefined : unmodelled(`${api}.${member}`)),
    set: (_target, member) => unmodelled(`${api}.${String(member)}`),
    construct: () => unmodelled(`new ${api}()`),
  });
}
