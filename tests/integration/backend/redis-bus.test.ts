import { describe, expect, it } from 'vitest';
import { openRedisBus } from '../../../src/backend/nodes/redis-bus.ts';
import type { NodeWord } from '../../../src/backend/nodes/node-word.ts';
import { hasProgram } from '../../chaos/real/processes/has-program.ts';
import { REDIS, startRedis } from '../../chaos/real/processes/redis-process.ts';
import { createTestLogger } from './log-under-test.ts';

/** A node's bus, and what it has heard. */
function openNode(url: string, { nodeId, channel }: { readonly nodeId: string; readonly channel: string }) {
  const heard: NodeWord[] = [];
  const logger = createTestLogger();
  const bus = openRedisBus({ url, nodeId, channel, logger });
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
});
