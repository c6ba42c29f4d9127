import { createClient } from '@redis/client';
import { z } from 'zod';
import type { Logger } from '../logger.ts';
import { createSignal } from '../signal.ts';
import type { NodeBus } from './node-bus.ts';
import { nodeWordSchema, type NodeWord } from './node-word.ts';

type Dependencies = {
  readonly url: string;
  /** The same for all nodes of a service, and of no other that uses the server. */
  readonly channel: string;
  readonly nodeId: string;
  readonly logger: Logger;
};

/** Words that wait for a server which doesn't answer; later ones are dropped. */
const WAITING = 1_000;
const LONGEST_RETRY_MS = 2_000;
const CONNECT_MS = 5_000;

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

/** Resolves when it is there; without the server it goes on trying behind the caller's back. */
const connect = (client: Client, logger: Logger): Promise<unknown> =>
  client.connect().catch((error: unknown) => logger.warn({ err: error }, 'the way to other nodes was given up'));

function read(text: string, { nodeId, logger }: Dependencies): NodeWord | null {
  const parsed = envelopeSchema.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data.from === nodeId ? null : parsed.data.word;
  // A newer version's node, while the service is being updated.
  logger.warn({ issues: parsed.error.issues.length }, 'a word of another node is not understood');
  return null;
}

/**
 * Redis publish and subscribe. A word is dropped while the server is away: whatever must not be lost is in the database, and
 * looked for there.
 */
export function openRedisBus(deps: Dependencies): NodeBus {
  const { channel, nodeId, logger } = deps;
  const heard = createSignal<NodeWord>();
  const [telling, hearing] = [openClient(deps), openClient(deps)];
  const receive = (text: string): void => {
    const word = read(text, deps);
    if (word) heard.emit(word);
  };
  void connect(telling, logger);
  void connect(hearing, logger).then(() => hearing.subscribe(channel, receive));
  return {
    tell: (word) => {
      if (telling.isReady) telling.publish(channel, JSON.stringify({ from: nodeId, word })).catch(() => undefined);
    },
    onHeard: heard.on,
    close: async () => {
      telling.destroy();
      hearing.destroy();
    },
  };
}
