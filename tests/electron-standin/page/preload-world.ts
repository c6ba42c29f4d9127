import type { BridgeEnd } from './bridge-end.ts';
import type { CloneCodec } from './clone-codec.ts';
import type { FromPage, ToPage } from './page-messages.ts';

type Listener = (event: object, ...args: unknown[]) => void;
type Preload = (module: { exports: object }, require: (id: string) => unknown, process: object) => void;

/** What the world of the preload is made from. */
export interface PreloadParts {
  readonly codec: CloneCodec;
  readonly bridge: BridgeEnd;
  readonly process: object;
  /** The function that carries text to the main process. */
  readonly post: (text: string) => void;
  /** Takes the function that receives the main process's text. */
  readonly onReceiver: (receive: (text: string) => void) => void;
  readonly preload: Preload;
}

/**
 * Runs a sandboxed preload: `require('electron')` and nothing else of Node, as Electron gives it.
 * The function refers to nothing outside itself, because its source runs in the page.
 */
export function runPreloadWorld(parts: PreloadParts): void {
  const { codec, bridge } = parts;
  const listeners = new Map<string, Listener[]>();
  const invocations = new Map<number, PromiseWithResolvers<unknown>>();
  let lastId = 0;

  function refuse(api: string): never {
    throw new Error(`The Electron stand-in does not model ${api}.`);
  }

  /** Members that are not there throw by name, but for those that the language and bundlers ask for by themselves. */
  function strict<T extends object>(api: string, members: T): T {
    const isAsked = (key: string | symbol): boolean => typeof key === 'symbol' || key === 'then' || key === '__esModule';
    return new Proxy(members, {
      get: (target, key) => (key in target || isAsked(key) ? Reflect.get(target, key) : refuse(`${api}.${String(key)}`)),
    });
  }

  function post(message: FromPage): void {
    parts.post(codec.encode(structuredClone(message)));
  }

  function add(channel: string, listener: Listener): void {
    listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
  }

  function remove(channel: string, listener: Listener): void {
    listeners.set(channel, (listeners.get(channel) ?? []).filter((other) => other !== listener));
  }

  function addOnce(channel: string, listener: Listener): void {
    const once: Listener = (event, ...args) => {
      remove(channel, once);
      listener(event, ...args);
    };
    add(channel, once);
  }

  function invoke(channel: string, ...args: unknown[]): Promise<unknown> {
    lastId += 1;
    const waiting = Promise.withResolvers<unknown>();
    invocations.set(lastId, waiting);
    try {
      post({ kind: 'invoke', id: lastId, channel, args });
    } catch (error) {
      waiting.reject(error);
    }
    return waiting.promise;
  }

  const ipcRenderer = strict('ipcRenderer', {
    invoke,
    send: (channel: string, ...args: unknown[]) => post({ kind: 'send', channel, args }),
    on: (channel: string, listener: Listener) => (add(channel, listener), ipcRenderer),
    addListener: (channel: string, listener: Listener) => (add(channel, listener), ipcRenderer),
    once: (channel: string, listener: Listener) => (addOnce(channel, listener), ipcRenderer),
    off: (channel: string, listener: Listener) => (remove(channel, listener), ipcRenderer),
    removeListener: (channel: string, listener: Listener) => (remove(channel, listener), ipcRenderer),
    removeAllListeners: (channel: string) => (listeners.delete(channel), ipcRenderer),
    listenerCount: (channel: string) => listeners.get(channel)?.length ?? 0,
  });

  function receive(text: string): void {
    const message = codec.decode(text) as ToPage;
    if (message.kind === 'event') {
      for (const listener of listeners.get(message.channel) ?? []) listener({ sender: ipcRenderer, ports: [] }, ...message.args);
      return;
    }
    if (message.kind === 'resolved') invocations.get(message.id)?.resolve(message.value);
    else invocations.get(message.id)?.reject(new Error(message.message));
    invocations.delete(message.id);
  }

  const contextBridge = strict('contextBridge', { exposeInMainWorld: (key: string, api: unknown) => bridge.expose(key, api) });
  const electron = strict('electron (preload)', { contextBridge, ipcRenderer });

  function require(id: string): unknown {
    if (id === 'electron' || id === 'electron/renderer') return electron;
    throw new Error(`module not found: ${id}`);
  }

  parts.onReceiver(receive);
  try {
    parts.preload({ exports: {} }, require, parts.process);
  } catch (error) {
    post({ kind: 'preload-failed', error: error instanceof Error ? error : String(error) });
  }
}
