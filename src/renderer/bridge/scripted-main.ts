import type { AppState } from '../../shared/contracts/bridge/app-state.ts';
import type { Bridge } from '../../shared/contracts/bridge/channels.ts';
import type { BridgeCommands, BridgeQueries, BridgeTopics } from '../../shared/contracts/bridge/contract.ts';
import type { Failure } from '../../shared/contracts/errors.ts';
import { err, type Result } from '../../shared/lib/result.ts';

type Answer<T> = Result<T, Failure> | Promise<Result<T, Failure>>;
type Script = {
  readonly queries?: { readonly [K in keyof BridgeQueries]?: (input: BridgeQueries[K]['input']) => Answer<BridgeQueries[K]['output']> };
  readonly commands?: { readonly [K in keyof BridgeCommands]?: (input: BridgeCommands[K]['input']) => Answer<BridgeCommands[K]['output']> };
};

export type Given = { readonly name: keyof BridgeCommands; readonly input: unknown };

/** A far end of the bridge for tests: answers by script, remembers what it was told, and says what the test says. */
export type ScriptedMain = {
  readonly bridge: Bridge;
  readonly given: readonly Given[];
  readonly say: <K extends keyof BridgeTopics>(topic: K, message: BridgeTopics[K]['message']) => void;
  /** How many listen to a topic now. */
  readonly listeners: (topic: keyof BridgeTopics) => number;
};

export function createScriptedMain({ queries = {}, commands = {} }: Script = {}): ScriptedMain {
  const given: Given[] = [];
  const listening = new Map<string, Set<(message: unknown) => void>>();
  const listenersOf = (topic: string): Set<(message: unknown) => void> => {
    const known = listening.get(topic) ?? new Set();
    listening.set(topic, known);
    return known;
  };
  const bridge: Bridge = {
    query: async (name, input) => (await queries[name]?.(input)) ?? err({ code: 'UNAVAILABLE' }),
    command: async (name, input) => {
      given.push({ name, input });
      return (await commands[name]?.(input)) ?? err({ code: 'UNAVAILABLE' });
    },
    subscribe: (topic, _input, listener) => {
      const listeners = listenersOf(topic);
      listeners.add(listener as (message: unknown) => void);
      return () => void listeners.delete(listener as (message: unknown) => void);
    },
  };
  return { bridge, given, say: (topic, message) => listenersOf(topic).forEach((listener) => listener(message)), listeners: (topic) => listenersOf(topic).size };
}

export const ME = '01890000-0000-7000-8000-000000000001';
export const CUSTOMER = '01890000-0000-7000-8000-000000000002';
export const COLLEAGUE = '01890000-0000-7000-8000-000000000003';
export const SHOP = '01890000-0000-7000-8000-000000000009';
export const CONVERSATION = '01890000-0000-7000-8000-000000000100';

export const START = 1_800_000_000_000;

/** The application of a signed-in agent with a live line. */
export function signedInApp(change: Partial<AppState> = {}): AppState {
  const yuan = { amount: 50_000, currency: 'CNY' };
  return {
    version: '0.1.0',
    host: 'browser',
    platform: 'linux',
    server: null,
    demoAvailable: true,
    chatPage: null,
    account: { id: ME, login: 'lin', name: { zh: '林知遥', en: 'Lin Zhiyao' }, role: 'agent', skills: [], capacity: 8, languages: ['zh', 'en'], shopIds: [SHOP], moneyLimit: yuan },
    connection: { state: 'live', since: START, lastHeardAt: START, progress: null, failure: null },
    presence: null,
    settings: { language: 'en', theme: 'light', enterSends: false, sound: false },
    canKeepSignIn: true,
    unsent: 0,
    ...change,
  };
}

/** An event as it crosses the bridge. */
type WireEvent = Extract<BridgeTopics['session']['message'], { kind: 'events' }>['events'][number];
type EventParts = Pick<WireEvent, 'type' | 'payload'> & Partial<Pick<WireEvent, 'content' | 'actor' | 'at'>>;

/** An event of the test's conversation with the next numbers filled in. */
export function createLog(): (parts: EventParts) => WireEvent {
  let seq = 0;
  return ({ type, payload, content = null, actor = { kind: 'customer', id: CUSTOMER }, at = START + seq * 1000 }) => {
    seq += 1;
    const id = `01890000-0000-7000-8000-${String(seq).padStart(12, '9')}`;
    return {
      id, shopId: SHOP, conversationId: CONVERSATION, episode: 1, seq, publicSeq: null, position: seq, at, actor,
      causationId: null, schemaVersion: 1, type, payload, contentId: content === null ? null : id, content,
    };
  };
}
