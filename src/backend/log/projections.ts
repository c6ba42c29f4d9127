import type { ConversationHead } from '../../shared/contracts/conversation-state.ts';
import type { LogEvent } from '../../shared/contracts/events/envelope.ts';
import { isKnownEvent } from '../../shared/domain/known-versions.ts';
import { reduceAction } from '../../shared/domain/action-record.ts';
import type { Database } from '../db/database.ts';
import { prepareStatement, run, type Plan, type SqlValue } from '../db/statement.ts';

type Builder = Database['builder'];

const TICKET_SLOTS = ['id', 'conversationId', 'shopId', 'number', 'state', 'priority', 'escalated', 'assigneeId', 'dueAt'] as const;
const ACTION_SLOTS = ['id', 'conversationId', 'shopId', 'orderNumber', 'kind', 'state', 'amount', 'currency', 'seq'] as const;

const putTicket = (builder: Builder) =>
  prepareStatement(builder, TICKET_SLOTS, (db, slot) =>
    db
      .insertInto('tickets')
      .values({
        id: slot('id'), conversation_id: slot('conversationId'), shop_id: slot('shopId'), number: slot('number'), state: slot('state'),
        priority: slot('priority'), escalated: slot('escalated'), assignee_id: slot('assigneeId'), due_at: slot('dueAt'),
      })
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((eb) => ({
          state: eb.ref('excluded.state'),
          priority: eb.ref('excluded.priority'),
          escalated: eb.ref('excluded.escalated'),
          assignee_id: eb.ref('excluded.assignee_id'),
        })),
      ),
  );

const putAction = (builder: Builder) =>
  prepareStatement(builder, ACTION_SLOTS, (db, slot) =>
    db
      .insertInto('actions')
      .values({
        id: slot('id'), conversation_id: slot('conversationId'), shop_id: slot('shopId'), order_number: slot('orderNumber'), kind: slot('kind'),
        state: slot('state'), amount: slot('amount'), currency: slot('currency'), seq: slot('seq'),
      })
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((eb) => ({
          state: eb.ref('excluded.state'),
          amount: eb.fn.coalesce('excluded.amount', 'actions.amount'),
          currency: eb.fn.coalesce('excluded.currency', 'actions.currency'),
          seq: eb.ref('excluded.seq'),
        })),
      ),
  );

function ticketValues(head: ConversationHead): { readonly [K in (typeof TICKET_SLOTS)[number]]: SqlValue } | null {
  const { ticket, conversationId, shopId } = head;
  if (!ticket) return null;
  const { ticketId: id, number, state, priority, assigneeId, dueAt } = ticket;
  return { id, conversationId, shopId, number, state, priority, escalated: ticket.escalated ? 1 : 0, assigneeId, dueAt };
}

function actionValues(event: LogEvent): { readonly [K in (typeof ACTION_SLOTS)[number]]: SqlValue } | null {
  if (!isKnownEvent(event)) return null;
  switch (event.type) {
    case 'action.proposed':
    case 'action.declined':
    case 'action.submitted':
    case 'action.executed':
    case 'action.unconfirmed':
    case 'action.failed': {
      const { actionId: id, kind, orderNumber, state, amount, seq } = reduceAction(null, event);
      return { id, conversationId: event.conversationId, shopId: event.shopId, orderNumber, kind, state, amount: amount?.amount ?? null, currency: amount?.currency ?? null, seq };
    }
    default: return null;
  }
}

/** Blobs that an event's content shows: whoever may read the conversation may fetch them. */
function attachedBlobs(event: LogEvent): readonly string[] {
  const content = event.content;
  if (typeof content !== 'object' || content === null || !('attachments' in content) || !Array.isArray(content.attachments)) return [];
  return content.attachments.map((attachment: { readonly blobId: string }) => attachment.blobId);
}

/** The rows that queues and boards are asked from, kept in the same transaction as the events they come from. */
export function createProjections({ builder }: Database) {
  const statements = {
    putTicket: putTicket(builder),
    putAction: putAction(builder),
    attach: prepareStatement(builder, ['blobId', 'ownerId'], (db, slot) =>
      db.insertInto('blob_owners').values({ blob_id: slot('blobId'), owner_id: slot('ownerId') }).onConflict((conflict) => conflict.doNothing()),
    ),
  };
  return {
    *project(event: LogEvent, head: ConversationHead): Plan<void> {
      const ticket = event.type.startsWith('ticket.') ? ticketValues(head) : null;
      if (ticket) yield* run(statements.putTicket, ticket);
      const action = actionValues(event);
      if (action) yield* run(statements.putAction, action);
      for (const blobId of attachedBlobs(event)) yield* run(statements.attach, { blobId, ownerId: event.conversationId });
    },
  };
}
export type Projections = ReturnType<typeof createProjections>;
