import { sql, type ExpressionBuilder } from 'kysely';
import type { Database } from '../db/database.ts';
import { isOver } from '../db/lease.ts';
import type { Tables } from '../db/tables.ts';
import type { DueJob } from './due-job.ts';

const BATCH = 20;
const LEASE_MS = 60_000;
const RETRY_MS = 5_000;
/** What waits for a shop that is away goes on soon after it is back. */
const LONGEST_RETRY_MS = 60_000;

/** Who takes jobs: a node, and what it knows of their kinds. */
export type Claimant = { readonly nodeId: string; /** Of kinds that come within so many milliseconds of their promise. */ readonly within: ReadonlyMap<string, number> };

type Of = ExpressionBuilder<Tables, 'due'>;

/**
 * Twice as far off as it can have been promised: that was by a clock which has been put back since, not by another node's. One that has
 * failed comes again within the longest pause.
 */
const isPutOff = (within: Claimant['within'], now: number) => (eb: Of) =>
  eb.or([eb.and([eb('attempts', '>', 0), eb('run_at', '>', now + 2 * LONGEST_RETRY_MS)]), ...[...within].map(([kind, most]) => eb.and([eb('kind', '=', kind), eb('run_at', '>', now + 2 * most)]))]);

const timeHasCome = (within: Claimant['within'], now: number) => (eb: Of) => eb.or([eb('run_at', '<=', now), isPutOff(within, now)(eb)]);

/** What a node had in hand when it died is its own again: a round ends before the next begins. */
const isFree = (nodeId: string, now: number) => (eb: Of) => eb.or([isOver(LEASE_MS, now), eb('lease_owner', '=', nodeId)]);

/** Takes jobs whose time has come, for a minute: then whoever else runs may have them. */
export function claimDue({ work, kind }: Database, { nodeId, within }: Claimant, now: number): Promise<DueJob[]> {
  return work.write(async (db) => {
    const ready = db.selectFrom('due').select('id').where(timeHasCome(within, now)).where(isFree(nodeId, now)).orderBy('run_at').limit(BATCH);
    const rows = await db
      .updateTable('due')
      .set({ lease_owner: nodeId, lease_until: now + LEASE_MS, attempts: sql<number>`attempts + 1` })
      // SKIP LOCKED is a syntax error on SQLite, where one process writes anyway.
      .where('id', 'in', kind === 'postgres' ? ready.forUpdate().skipLocked() : ready)
      .returningAll()
      .execute();
    return rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      dedupKey: row.dedup_key,
      runAt: row.run_at,
      conversationId: row.conversation_id,
      payload: JSON.parse(row.payload_json) as DueJob['payload'],
      attempts: row.attempts,
    }));
  });
}

/** A job that is done is gone. */
export function finishDue({ work }: Database, job: DueJob): Promise<unknown> {
  return work.write((db) => db.deleteFrom('due').where('id', '=', job.id).execute());
}

/** A job that failed comes again, later each time. Returns when. */
export async function retryDue({ work }: Database, job: DueJob, now: number): Promise<number> {
  const runAt = now + Math.min(LONGEST_RETRY_MS, RETRY_MS * 2 ** (job.attempts - 1));
  await work.write((db) => db.updateTable('due').set({ run_at: runAt, lease_until: 0, lease_owner: null }).where('id', '=', job.id).execute());
  return runAt;
}

/** When the next job may be taken; null when none waits. One that a dead process holds waits for the end of its lease. */
export async function nextDueAt({ work }: Database): Promise<number | null> {
  const takeableAt = sql<number>`case when lease_until > run_at then lease_until else run_at end`;
  const row = await work.read((db) => db.selectFrom('due').select((eb) => eb.fn.min(takeableAt).as('at')).executeTakeFirst());
  return row?.at ?? null;
}
