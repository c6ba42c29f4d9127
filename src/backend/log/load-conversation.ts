import type { Id } from '../../shared/contracts/basics.ts';
import type { ConversationHead } from '../../shared/contracts/conversation-state.ts';
import { initialHead } from '../../shared/domain/reducers/initial-head.ts';
import { reduceHead } from '../../shared/domain/reducers/reduce-head.ts';
import { REDUCER_VERSION } from '../../shared/lib/protocol.ts';
import { run, type Plan } from '../db/statement.ts';
import { toLogEvent } from './event-rows.ts';
import type { LogStatements } from './log-statements.ts';
import type { StoredConversation } from './stored-conversation.ts';

const CHUNK = 1_000;

/** A head made by reducers of another version is folded again from the log. */
function* rebuild(statements: LogStatements, stored: ConversationHead): Plan<ConversationHead> {
  const { conversationId, shopId, customerId, language } = stored;
  let head = initialHead({ conversationId, shopId, customerId, language });
  for (;;) {
    const rows = yield* run(statements.eventsAfter, { id: conversationId, seq: head.seq, limit: CHUNK });
    head = rows.map(toLogEvent).reduce(reduceHead, head);
    if (rows.length < CHUNK) return head;
  }
}

/** The conversation for an append; null when there is none. Locks it where the database has several writers. */
export function* loadConversation(statements: LogStatements, conversationId: Id): Plan<StoredConversation | null> {
  const [row] = yield* run(statements.findConversation, { id: conversationId });
  if (!row) return null;
  const stored = JSON.parse(row.head_json) as ConversationHead;
  return {
    head: stored.reducerVersion === REDUCER_VERSION ? stored : yield* rebuild(statements, stored),
    channel: row.channel as StoredConversation['channel'],
    customer: { id: row.customer_id, name: row.name, tier: row.tier as StoredConversation['customer']['tier'] },
    queueId: row.queue_id,
    lastPosition: row.last_position,
  };
}
