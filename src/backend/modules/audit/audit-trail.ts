import type { Id } from '../../../shared/contracts/basics.ts';
import type { Clock, NewId } from '../../clock.ts';
import type { UnitOfWork } from '../../db/unit-of-work.ts';

/** What is worth asking about later, and no log of a conversation holds. */
export type Audited =
  | { readonly what: 'signed-in' | 'sign-in-refused' | 'session-revoked'; readonly sessionId: Id | null }
  /** Somebody who watches over others looked into a conversation that isn't theirs (D9). */
  | { readonly what: 'conversation-read'; readonly conversationId: Id };

/** Written and never changed. Holds ids and codes, no customer text. */
export type AuditTrail = { readonly record: (actorId: Id, audited: Audited) => Promise<void> };

/** The trail in the database. */
export function createAuditTrail({ work, clock, newId }: { readonly work: UnitOfWork; readonly clock: Clock; readonly newId: NewId }): AuditTrail {
  return {
    record: async (actorId, { what, ...detail }) => {
      const row = { id: newId(), at: clock(), actor_id: actorId, what, detail_json: JSON.stringify(detail) };
      await work.write((db) => db.insertInto('audit').values(row).execute());
    },
  };
}
