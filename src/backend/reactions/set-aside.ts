import type { LogEvent } from '../../shared/contracts/events/envelope.ts';
import type { Clock, NewId } from '../clock.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import type { DueHandler } from '../due/due-job.ts';
import type { LogReader } from '../log/log-reader.ts';
import type { Reaction } from './reaction.ts';

/** Due jobs that are events set aside. */
export const SET_ASIDE_KIND = 'reaction';
const SOON_MS = 5_000;

type Dependencies = { readonly work: UnitOfWork; readonly clock: Clock; readonly newId: NewId };

/**
 * Takes an event out of the way of those behind it: it becomes a due job, and the reaction's cursor passes it, both or neither.
 * Returns when it is tried again.
 */
export async function setAside({ work, clock, newId }: Dependencies, name: string, { id, conversationId, position }: LogEvent): Promise<number> {
  const runAt = clock() + SOON_MS;
  const payload = JSON.stringify({ reaction: name, position });
  await work.write(async (db) => {
    await db
      .insertInto('due')
      .values({ id: newId(), kind: SET_ASIDE_KIND, dedup_key: `${SET_ASIDE_KIND}:${name}:${id}`, run_at: runAt, conversation_id: conversationId, payload_json: payload, attempts: 1, lease_until: 0 })
      .onConflict((conflict) => conflict.column('dedup_key').doNothing())
      .execute();
    await db.updateTable('reaction_cursors').set({ position }).where('name', '=', name).execute();
  });
  return runAt;
}

/** Follows events that were set aside, ever later until one succeeds. What they append is keyed by the event, as it always is. */
export function createSetAsideHandler({ reader }: { readonly reader: LogReader }, reactions: readonly Reaction[]): DueHandler {
  return {
    kind: SET_ASIDE_KIND,
    run: async ({ payload }) => {
      const reaction = reactions.find(({ name }) => name === payload['reaction']);
      if (!reaction) throw new Error(`there is no reaction ${payload['reaction']}`);
      const position = Number(payload['position']);
      const [event] = await reader.eventsAfterPosition(position - 1, reaction.types, 1);
      if (event?.position === position) await reaction.handle(event);
    },
  };
}
