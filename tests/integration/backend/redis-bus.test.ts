import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { systemTimers } from '../../../src/backend/system-timers.ts';
import { openRedisBus } from '../../../src/backend/nodes/redis-bus.ts';
import type { NodeWord } from '../../../src/backend/nodes/node-word.ts';
import { hasProgram } from '../../chaos/real/processes/has-program.ts';
import { REDIS, startRedis } from '../../chaos/real/processes/redis-process.ts';
import { startSeededProxy } from '../../chaos/real/network/seeded-proxy.ts';
import { createSeededRandom } from '../../chaos/simulation/seeded-random.ts';
import { systemClock } from '../../../src/main/ports/system-clock.ts';
import { createTestLogger } from './log-under-test.ts';

/** A node's bus, and what it has heard. */
function openNode(url: string, { nodeId, channel }: { readonly nodeId: string; readonly channel: string }) {
  const heard: NodeWord[] = [];
  const logger = createTestLogger();
  const bus = openRedisBus({ url, nodeId, channel, timers: systemTimers, logger, echoMs: 50 });
  bus.onHeard((word) => heard.push(word));
  return { ...bus, heard, logger };
}

describe.runIf(hasProgram(REDIS))('the way between nodes', () => {
  it('leads to the other nodes of the service, and to nobody else', async () => {
    const redis = await startRedis();
    const [north, south, stranger] = [
      openNode(redis.url, { nodeId: 'north', channel: 'ours' }), openNode(redis.url, { nodeId: 'south', channel: 'ours' }), openNode(redis.url, { nodeId: 'far', channel: 'theirs' }),
    ];
    await expect.poll(() => {
      north.tell({ kind: 'committed' });
      return south.heard[0];
    }).toEqual({ kind: 'committed' });
    expect([...north.heard, ...stranger.heard]).toEqual([]);
    await Promise.all([north, south, stranger].map((node) => node.close()));
    await redis.stop();
  });

  it('is nobody to wait for while the server is away', async () => {
    const alone = openNode('redis://127.0.0.1:1', { nodeId: 'alone', channel: 'ours' });
    await expect.poll(() => alone.logger.errors).not.toEqual([]);
    alone.tell({ kind: 'committed' });
    await alone.close();
    expect(alone.heard).toEqual([]);
  });

  it('is found again when the network has forgotten a node’s connections and told nobody', async () => {
    const redis = await startRedis();
    const proxy = await startSeededProxy({ target: () => Number(new URL(redis.url).port), clock: systemClock, random: createSeededRandom('forgotten') });
    const north = openNode(proxy.address.replace('http', 'redis'), { nodeId: 'north', channel: 'ours' });
    const south = openNode(redis.url, { nodeId: 'south', channel: 'ours' });
    const revoked = (sessionId: string) => ({ kind: 'revoked', sessionId }) as const;
    const [before, after] = [v7(), v7()];
    const hasHeard = (sessionId: string) => (): boolean => {
      north.tell(revoked(sessionId));
      south.tell(revoked(sessionId));
      return [north, south].every(({ heard }) => heard.some((word) => word.kind === 'revoked' && word.sessionId === sessionId));
    };
    await expect.poll(hasHeard(before)).toBe(true);
    proxy.forsake();
    await expect.poll(hasHeard(after), { timeout: 10_000 }).toBe(true);
    await Promise.all([north, south].map((node) => node.close()));
    await proxy.close();
    await redis.stop();
  });
});
