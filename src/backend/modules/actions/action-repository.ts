import type { ActionArguments } from '../../../shared/contracts/action.ts';
import type { Actor, Id } from '../../../shared/contracts/basics.ts';
import type { PayloadOf } from '../../../shared/contracts/events/catalogue.ts';
import type { UnitOfWork } from '../../db/unit-of-work.ts';

/** A proposal or submission as the log has it, with its arguments; those are null once erased. */
export type StoredAct = { readonly payload: PayloadOf<'action.submitted'>; readonly arguments: ActionArguments | null };

/** The same with whose it is. */
export type FoundAct = StoredAct & { readonly actor: Actor };

/**
 * Finds how an action began: its submission, or its proposal while it waits for approval. Both carry the action's id as their
 * event's id or in their payload; the newest of the two is the one that counts.
 */
export async function findAct(work: UnitOfWork, conversationId: Id, actionId: Id): Promise<FoundAct | null> {
  const rows = await work.read((db) =>
    db
      .selectFrom('events')
      .leftJoin('content', 'content.content_id', 'events.content_id')
      .select(['events.payload_json', 'events.actor_kind', 'events.actor_id', 'content.body_json'])
      .where('events.conversation_id', '=', conversationId)
      .where('events.type', 'in', ['action.proposed', 'action.submitted'])
      .orderBy('events.seq', 'desc')
      .execute(),
  );
  for (const row of rows) {
    const payload = JSON.parse(row.payload_json) as PayloadOf<'action.submitted'>;
    if (payload.actionId !== actionId) continue;
    const content = row.body_json === null ? null : (JSON.parse(row.body_json) as { arguments: ActionArguments });
    return { payload, arguments: content?.arguments ?? null, actor: { kind: row.actor_kind, id: row.actor_id } as Actor };
  }
  return null;
}
