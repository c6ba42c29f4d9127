import type { Result } from '../../lib/result.ts';
import type { Failure } from '../errors.ts';
import type { BridgeCommands, BridgeQueries, BridgeTopics } from './contract.ts';

/** Names of the transport's channels: the only ones that cross between main and a window. Free of zod, for the preload. */
export const BRIDGE_CHANNELS = { ask: 'baton:ask', subscribe: 'baton:subscribe', unsubscribe: 'baton:unsubscribe', message: 'baton:message' } as const;

/** A question or command as it crosses. */
export type BridgeRequest = { readonly protocol: number; readonly kind: 'query' | 'command'; readonly name: string; readonly input: unknown };

/** A subscription as it crosses; `subscriptionId` is made by the window. */
export type BridgeSubscribe = { readonly protocol: number; readonly subscriptionId: string; readonly topic: string; readonly input: unknown };

export type BridgeMessage = { readonly subscriptionId: string; readonly message: unknown };

/** What a window gets, and nothing else: `window.baton`. */
export type Bridge = {
  readonly query: <K extends keyof BridgeQueries>(name: K, input: BridgeQueries[K]['input']) => Promise<Result<BridgeQueries[K]['output'], Failure>>;
  readonly command: <K extends keyof BridgeCommands>(name: K, input: BridgeCommands[K]['input']) => Promise<Result<BridgeCommands[K]['output'], Failure>>;
  /** Starts with the topic's whole state; the returned function ends it. */
  readonly subscribe: <K extends keyof BridgeTopics>(topic: K, input: BridgeTopics[K]['input'], listener: (message: BridgeTopics[K]['message']) => void) => () => void;
};
