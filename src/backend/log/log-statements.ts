import type { Database } from '../db/database.ts';
import { prepareStatement } from '../db/statement.ts';
import { selectEvents } from './event-rows.ts';

type Builder = Database['builder'];

/** On PostgreSQL the conversation's row is locked by reading it, which is what makes `seq` dense there. */
function findConversation({ builder, kind }: Database) {
  return prepareStatement(builder, ['id'], (db, slot) => {
    const query = db
      .selectFrom('conversations')
      .innerJoin('customers', 'customers.id', 'conversations.customer_id')
      .select(['head_json', 'channel', 'queue_id', 'last_position', 'customers.id as customer_id', 'customers.name', 'customers.tier'])
      .where('conversations.id', '=', slot('id'));
    return kind === 'postgres' ? query.forUpdate('conversations') : query;
  });
}

const readStatements = (database: Database) => ({
  findConversation: findConversation(database),
  findShop: prepareStatement(database.builder, ['id'], (db, slot) => db.selectFrom('shops').select('settings_json').where('id', '=', slot('id'))),
  findAnswer: prepareStatement(database.builder, ['scope', 'key'], (db, slot) =>
    db.selectFrom('idempotency').select(['fingerprint', 'seq', 'position', 'at']).where('scope', '=', slot('scope')).where('key', '=', slot('key')),
  ),
  eventsAfter: prepareStatement(database.builder, ['id', 'seq', 'limit'], (db, slot) =>
    selectEvents(db).where('conversation_id', '=', slot('id')).where('seq', '>', slot('seq')).orderBy('seq').limit(slot('limit')),
  ),
});

function insertEvent(builder: Builder) {
  const columns = ['id', 'shop_id', 'conversation_id', 'episode', 'seq', 'public_seq', 'at', 'actor_kind', 'actor_id', 'causation_id', 'schema_version', 'type', 'payload_json', 'content_id', 'target_seq'] as const;
  return prepareStatement(builder, columns, (db, slot) =>
    db
      .insertInto('events')
      .values({
        id: slot('id'),
        shop_id: slot('shop_id'),
        conversation_id: slot('conversation_id'),
        episode: slot('episode'),
        seq: slot('seq'),
        public_seq: slot('public_seq'),
        at: slot('at'),
        actor_kind: slot('actor_kind'),
        actor_id: slot('actor_id'),
        causation_id: slot('causation_id'),
        schema_version: slot('schema_version'),
        type: slot('type'),
        payload_json: slot('payload_json'),
        content_id: slot('content_id'),
        target_seq: slot('target_seq'),
      })
      .returning('position'),
  );
}

const PROGRESS = ['id', 'seq', 'queue_id', 'waiting_since', 'snoozed_until', 'order_number', 'last_at', 'last_position', 'head_json'] as const;
const PLACE = ['id', 'status', 'holder_kind', 'holder_id'] as const;

const saveProgress = (builder: Builder) =>
  prepareStatement(builder, PROGRESS, (db, slot) =>
    db
      .updateTable('conversations')
      .set({
        seq: slot('seq'),
        queue_id: slot('queue_id'),
        waiting_since: slot('waiting_since'),
        snoozed_until: slot('snoozed_until'),
        order_number: slot('order_number'),
        last_at: slot('last_at'),
        last_position: slot('last_position'),
        head_json: slot('head_json'),
      })
      .where('id', '=', slot('id')),
  );

/** Apart from progress, which comes with every event: SQLite writes an index anew when one of its columns is set, changed or not. */
const savePlace = (builder: Builder) =>
  prepareStatement(builder, PLACE, (db, slot) =>
    db
      .updateTable('conversations')
      .set({ status: slot('status'), holder_kind: slot('holder_kind'), holder_id: slot('holder_id') })
      .where('id', '=', slot('id')),
  );

const writeStatements = ({ builder }: Database) => ({
  insertEvent: insertEvent(builder),
  saveProgress: saveProgress(builder),
  savePlace: savePlace(builder),
  insertContent: prepareStatement(builder, ['contentId', 'subjectId', 'body'], (db, slot) =>
    db.insertInto('content').values({ content_id: slot('contentId'), subject_id: slot('subjectId'), body_json: slot('body') }),
  ),
  saveAnswer: prepareStatement(builder, ['scope', 'key', 'fingerprint', 'seq', 'position', 'at'], (db, slot) =>
    db.insertInto('idempotency').values({
      scope: slot('scope'), key: slot('key'), fingerprint: slot('fingerprint'), seq: slot('seq'), position: slot('position'), at: slot('at'),
    }),
  ),
});

/** Every statement of the append path, compiled once. */
export const createLogStatements = (database: Database) => ({ ...readStatements(database), ...writeStatements(database) });
export type LogStatements = ReturnType<typeof createLogStatements>;
