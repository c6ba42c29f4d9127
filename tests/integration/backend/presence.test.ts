import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPresenceBook, PRESENCE_LEASE_MS, type PresenceBook } from '../../../src/backend/modules/people/presence.ts';
import { createLeasePulse } from '../../../src/backend/realtime/lease-pulse.ts';
import { HEARTBEAT_MS } from '../../../src/shared/lib/protocol.ts';
import { databaseKinds, type TemporaryDatabase } from './test-databases.ts';

const [HERE, GONE] = ['here', 'gone'];
const HOUR = 3_600_000;

describe.each(databaseKinds)('who is here, on $kind', ({ open }) => {
  let temporary: TemporaryDatabase;
  let presence: PresenceBook;
  let lapsed: string[];
  let now: number;
  let beat: () => Promise<void>;
  beforeEach(async () => {
    temporary = await open();
    now = 2_000_000_000_000;
    lapsed = [];
    const clock = () => now;
    presence = createPresenceBook({ work: temporary.database.work, clock });
    const keepLeases = createLeasePulse({ presence, clock, onLapsed: async (accountId) => void lapsed.push(accountId) });
    beat = () => keepLeases([HERE]);
    await presence.renew([HERE, GONE]);
  });
  afterEach(() => temporary.close());

  const connected = async () => (await presence.list()).filter((fact) => fact.connected).map(({ agentId }) => agentId);

  it('is told while the pulse goes on, and who isn\'t when their lease ends', async () => {
    for (let passed = 0; passed < PRESENCE_LEASE_MS; passed += HEARTBEAT_MS) {
      expect(lapsed).toEqual([]);
      now += HEARTBEAT_MS;
      await beat();
    }
    expect(lapsed).toEqual([GONE]);
    expect(await connected()).toEqual([HERE]);
  });

  it.each([['leaps ahead', HOUR], ['is put back', -HOUR], ['stands still with its process', 2 * PRESENCE_LEASE_MS]])('is told right though the clock %s', async (_what, jump) => {
    await beat();
    now += jump;
    await beat();
    expect(lapsed).toEqual([GONE]);
    expect(await connected()).toEqual([HERE]);
    expect([...(await presence.leases([HERE, GONE]))]).toEqual([[HERE, now + PRESENCE_LEASE_MS]]);
  });

  it('is told once, not again by each beat, when the clock was put back', async () => {
    now -= HOUR;
    await beat();
    now += HEARTBEAT_MS;
    await beat();
    expect(lapsed).toEqual([GONE]);
  });
});
