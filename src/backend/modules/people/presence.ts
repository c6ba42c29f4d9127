import type { Id, Instant } from '../../../shared/contracts/basics.ts';
import { presenceStateSchema, type Presence, type PresenceState } from '../../../shared/contracts/people.ts';
import type { Clock } from '../../clock.ts';
import { isOver, isRunning } from '../../db/lease.ts';
import type { Reading, UnitOfWork } from '../../db/unit-of-work.ts';

/** How long a connection counts after its last sign of life. */
export const PRESENCE_LEASE_MS = 45_000;

export type PresenceBook = {
  /** A connection lives: its agent is connected until the lease ends. Renewed while it does. */
  readonly renew: (agentIds: readonly Id[]) => Promise<void>;
  /** The agent's own word. */
  readonly choose: (agentId: Id, choice: { readonly state: PresenceState; readonly reason: string | null }) => Promise<void>;
  /** The connection was ended on purpose: no lease is waited for. */
  readonly leave: (agentId: Id) => Promise<void>;
  readonly list: (agentIds?: readonly Id[]) => Promise<Presence[]>;
  /** When the leases of these end that still run. */
  readonly leases: (agentIds: readonly Id[]) => Promise<ReadonlyMap<Id, Instant>>;
  /** Whose lease ran at `from`, and does not at `to`, which is earlier when the clock was put back. */
  readonly lapsedBetween: (from: Instant, to: Instant) => Promise<Id[]>;
};

const loads = async (db: Reading, agentIds?: readonly Id[]): Promise<Map<Id, number>> => {
  const held = db
    .selectFrom('conversations')
    .select((eb) => ['holder_id', eb.fn.countAll<number>().as('load')])
    .where('status', '=', 'open')
    .where('holder_kind', '=', 'agent')
    .where('snoozed_until', 'is', null);
  const rows = await (agentIds ? held.where('holder_id', 'in', [...agentIds]) : held).groupBy('holder_id').execute();
  return new Map(rows.flatMap((row) => (row.holder_id === null ? [] : [[row.holder_id, row.load] as const])));
};

async function list(db: Reading, now: Instant, agentIds?: readonly Id[]): Promise<Presence[]> {
  if (agentIds?.length === 0) return [];
  const query = db.selectFrom('presence').selectAll();
  const [rows, load] = await Promise.all([(agentIds ? query.where('agent_id', 'in', [...agentIds]) : query).execute(), loads(db, agentIds)]);
  return rows.map((row) => ({
    agentId: row.agent_id,
    state: presenceStateSchema.parse(row.state),
    reason: row.reason,
    connected: isRunning(row.lease_until, PRESENCE_LEASE_MS, now),
    load: load.get(row.agent_id) ?? 0,
    since: row.since,
  }));
}

/** Presence in the database, so that every node knows the same. A new agent is off until they say otherwise. */
export function createPresenceBook({ work, clock }: { readonly work: UnitOfWork; readonly clock: Clock }): PresenceBook {
  return {
    renew: async (agentIds) => {
      if (agentIds.length === 0) return;
      const now = clock();
      const rows = agentIds.map((agentId) => ({ agent_id: agentId, state: 'off', reason: null, since: now, lease_until: now + PRESENCE_LEASE_MS }));
      await work.write((db) =>
        db.insertInto('presence').values(rows).onConflict((conflict) => conflict.column('agent_id').doUpdateSet((eb) => ({ lease_until: eb.ref('excluded.lease_until') }))).execute(),
      );
    },
    choose: async (agentId, { state, reason }) => {
      const now = clock();
      const row = { agent_id: agentId, state, reason, since: now, lease_until: now + PRESENCE_LEASE_MS };
      await work.write((db) => db.insertInto('presence').values(row).onConflict((conflict) => conflict.column('agent_id').doUpdateSet({ state, reason, since: now })).execute());
    },
    leave: async (agentId) => {
      await work.write((db) => db.updateTable('presence').set({ lease_until: clock() }).where('agent_id', '=', agentId).execute());
    },
    list: (agentIds) => work.read((db) => list(db, clock(), agentIds)),
    leases: (agentIds) =>
      work.read(async (db) => {
        if (agentIds.length === 0) return new Map();
        const now = clock();
        const rows = await db.selectFrom('presence').select(['agent_id', 'lease_until']).where('agent_id', 'in', [...agentIds]).execute();
        return new Map(rows.filter((row) => isRunning(row.lease_until, PRESENCE_LEASE_MS, now)).map((row) => [row.agent_id, row.lease_until]));
      }),
    lapsedBetween: (from, to) =>
      work.read(async (db) => {
        const rows = await db.selectFrom('presence').select(['agent_id', 'lease_until']).where('lease_until', '>', from).where(isOver(PRESENCE_LEASE_MS, to)).execute();
        return rows.filter((row) => isRunning(row.lease_until, PRESENCE_LEASE_MS, from)).map((row) => row.agent_id);
      }),
  };
}
