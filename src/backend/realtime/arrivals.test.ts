import { expect, it } from 'vitest';
import { HEARTBEAT_MS } from '../../shared/lib/protocol.ts';
import { createArrivals } from './arrivals.ts';

const NOW = 1_000_000;

/** Arrivals over leases that stand already; tells who was written down and who was announced, in turns of one write each. */
function arrivalsOver(leases: ReadonlyMap<string, number>) {
  const renewed: (readonly string[])[] = [];
  const announced: (readonly string[])[] = [];
  const done = Promise.withResolvers<void>();
  const arrivals = createArrivals({
    names: { learn: async () => undefined },
    presence: {
      leases: async () => leases,
      renew: async (accountIds) => void renewed.push(accountIds),
    },
    clock: () => NOW,
    logger: { error: (facts: unknown) => done.reject(facts) },
    onAppeared: async (accountIds) => {
      announced.push(accountIds);
      done.resolve();
    },
  });
  return { arrivals, renewed, announced, done: done.promise };
}

it('writes nothing down for who comes back within a long lease, and tells only who was gone', async () => {
  const { arrivals, renewed, announced, done } = arrivalsOver(new Map([['back', NOW + 8 * HEARTBEAT_MS], ['late', NOW + HEARTBEAT_MS]]));
  arrivals.arrived('first');
  await done;
  for (const accountId of ['back', 'late', 'new']) arrivals.arrived(accountId);
  await expect.poll(() => announced).toEqual([['first'], ['new']]);
  expect(renewed).toEqual([['first'], ['late', 'new']]);
});
