import type { Database } from '../db/database.ts';
import { prepareStatement, run, type Plan } from '../db/statement.ts';
import type { NewId } from '../clock.ts';
import type { NewDueJob } from './due-job.ts';

const put = ({ builder }: Database) =>
  prepareStatement(builder, ['id', 'kind', 'dedupKey', 'runAt', 'conversationId', 'payload', 'none'], (db, slot) =>
    db
      .insertInto('due')
      .values({
        id: slot('id'),
        kind: slot('kind'),
        dedup_key: slot('dedupKey'),
        run_at: slot('runAt'),
        conversation_id: slot('conversationId'),
        payload_json: slot('payload'),
        attempts: slot('none'),
        lease_until: slot('none'),
      })
      .onConflict((conflict) =>
        conflict.column('dedup_key').doUpdateSet((eb) => ({
          // A runner that has the old one in hand deletes it by its old id, and so leaves the new promise alone.
          id: eb.ref('excluded.id'),
          kind: eb.ref('excluded.kind'),
          run_at: eb.ref('excluded.run_at'),
          payload_json: eb.ref('excluded.payload_json'),
          attempts: eb.ref('excluded.attempts'),
          lease_until: eb.ref('excluded.lease_until'),
        })),
      ),
  );

/** Due jobs as they are written with the events that promise them. */
export function createDueWrites(database: Database) {
  const statements = {
    put: put(database),
    cancel: prepareStatement(database.builder, ['dedupKey'], (db, slot) => db.deleteFrom('due').where('dedup_key', '=', slot('dedupKey'))),
  };
  return {
    *put(job: NewDueJob, newId: NewId): Plan<void> {
      const { kind, dedupKey, runAt, conversationId } = job;
      yield* run(statements.put, { id: newId(), kind, dedupKey, runAt, conversationId, payload: JSON.stringify(job.payload), none: 0 });
    },
    *cancel(dedupKey: string): Plan<void> {
      yield* run(statements.cancel, { dedupKey });
    },
  };
}
export type DueWrites = ReturnType<typeof createDueWrites>;
