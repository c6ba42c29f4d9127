import { createClient } from '@redis/client';
import { z } from 'zod';
import type { Timers } from '../clock.ts';
import type { Logger } from '../logger.ts';
import { createSignal } from '../signal.ts';
import type { NodeBus } from './node-bus.ts';
import { nodeWordSchema, type NodeWord } from './node-word.ts';

type Dependencies = {
  readonly url: string;
  /** The same for all nodes of a service, and of no other that uses the server. */
  readonly channel: string;
  readonly nodeId: string;
  readonly timers: Pick<Timers, 'every'>;
  readonly logger: Logger;
  /** How often a node listens for itself, milliseconds. */
  readonly echoMs?: number;
};

/** Words that wait for a server which doesn't answer; later ones are dropped. */
const WAITING = 1_000;
const LONGEST_RETRY_MS = 2_000;
const CONNECT_MS = 5_000;
const ECHO_MS = 5_000;
/** Echoes that fail to come before the connections count as forgotten by the network, which tells nobody. */
const MISSED = 3;

const envelopeSchema = z.object({ from: z.string(), word: nodeWordSchema });

/** A connection that comes back by itself, and keeps nothing for a server that is away. */
function openClient({ url, logger }: Dependencies) {
  const client = createClient({
    url,
    disableOfflineQueue: true,
    commandsQueueMaxLength: WAITING,
    socket: { connectTimeout: CONNECT_MS, reconnectStrategy: (retries) => Math.min(LONGEST_RETRY_MS, 50 * 2 ** retries) },
  });
  // Each attempt to connect fails with an error of its own: one is worth a line.
  let isAway = false;
  client.on('ready', () => (isAway = false));
  client.on('error', (error: unknown) => {
    if (!isAway) logger.warn({ err: error }, 'the way to other nodes is interrupted');
    isAway = true;
  });
  return client;
}

type Client = ReturnType<typeof openClient>;

type Listening = { readonly onWord: (text: string) => void; readonly onEcho: () => void };
type Lines = { readonly tell: (word: NodeWord) => void; /** Says something that only this node hears; false without the server. */ readonly callOut: () => boolean; readonly destroy: () => void };

const say = (telling: Client, channel: string, text: string): unknown => telling.isReady && telling.publish(channel, text).catch(() => undefined);

/** One connection to say and one to hear; without the server they go on trying behind the caller's back. */
function openLines(deps: Dependencies, { onWord, onEcho }: Listening): Lines {
  const { channel, nodeId, logger } = deps;
  const ownChannel = `${channel}:${nodeId}`;
  const [telling, hearing] = [openClient(deps), openClient(deps)];
  const giveUp = (error: unknown): void => logger.warn({ err: error }, 'the way to other nodes was given up');
  const listen = async (): Promise<void> => {
    await hearing.connect();
    await hearing.subscribe(channel, onWord);
    await hearing.subscribe(ownChannel, onEcho);
  };
  telling.connect().catch(giveUp);
  listen().catch(giveUp);
  return {
    tell: (word) => void say(telling, channel, JSON.stringify({ from: nodeId, word })),
    callOut: () => {
      say(telling, ownChannel, '');
      return telling.isReady && hearing.isReady;
    },
    destroy: () => {
      telling.destroy();
      hearing.destroy();
    },
  };
}

function read(text: string, { nodeId, logger }: Dependencies): NodeWord | null {
  const parsed = envelopeSchema.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data.from === nodeId ? null : parsed.data.word;
  // A newer version's node, while the service is being updated.
  logger.warn({ issues: parsed.error.issues.length }, 'a word of another node is not understood');
  return null;
}

/**
 * Redis publish and subscribe. A word is dropped while the server is away: whatever must not be lost is in the database, and
 * looked for there. A node that doesn't hear itself any more connects anew.
 */
export function openRedisBus(deps: Dependencies): NodeBus {
  const { timers, logger, echoMs = ECHO_MS } = deps;
  const heard = createSignal<NodeWord>();
  let missed = 0;
  const listening: Listening = {
    onWord: (text) => {
      const word = read(text, deps);
      if (word) heard.emit(word);
    },
    onEcho: () => (missed = 0),
  };
  let lines = openLines(deps, listening);
  const stopCalling = timers.every(echoMs, () => {
    if (missed >= MISSED) {
      logger.warn({}, 'the way to other nodes is silent');
      lines.destroy();
      lines = openLines(deps, listening);
    }
    missed = lines.callOut() ? missed + 1 : 0;
  });
  return {
    tell: (word) => lines.tell(word),
    onHeard: heard.on,
    close: async () => {
      stopCalling();
      lines.destroy();
    },
  };
}
