import type { Selectable } from 'kysely';
import { EVENTS } from '../../shared/contracts/events/catalogue.ts';
import type { LogEvent } from '../../shared/contracts/events/envelope.ts';
import { targetSeqOf } from '../../shared/domain/reducers/window/annotate.ts';
import type { Reading } from '../db/unit-of-work.ts';
import type { Tables } from '../db/tables.ts';

/** An event's columns with the words of its content row, null once erased. */
export type EventRow = Selectable<Tables['events']> & { readonly body_json: string | null };

/** Columns of `EventRow`, for every query that reads events. */
export const selectEvents = (db: Reading) => db.selectFrom('events').leftJoin('content', 'content.content_id', 'events.content_id').selectAll('events').select('content.body_json');

/** The event of a row. The row was written from a typed event, so parsing its JSON is enough. */
export function toLogEvent(row: EventRow): LogEvent {
  return {
    id: row.id,
    shopId: row.shop_id,
    conversationId: row.conversation_id,
    episode: row.episode,
    seq: row.seq,
    publicSeq: row.public_seq,
    position: row.position,
    at: row.at,
    actor: { kind: row.actor_kind as LogEvent['actor']['kind'], id: row.actor_id },
    causationId: row.causation_id,
    schemaVersion: row.schema_version,
    type: row.type,
    payload: JSON.parse(row.payload_json) as LogEvent['payload'],
    contentId: row.content_id,
    content: row.body_json === null ? null : (JSON.parse(row.body_json) as unknown),
  };
}

/** Columns of an event that has no position yet: the database gives it one. */
export function toEventRow(event: Omit<LogEvent, 'position'>) {
  return {
    id: event.id,
    shop_id: event.shopId,
    conversation_id: event.conversationId,
    episode: event.episode,
    seq: event.seq,
    public_seq: event.publicSeq,
    at: event.at,
    actor_kind: event.actor.kind,
    actor_id: event.actor.id,
    causation_id: event.causationId,
    schema_version: event.schemaVersion,
    type: event.type,
    payload_json: JSON.stringify(event.payload),
    content_id: event.contentId,
    target_seq: targetSeqOf(event),
  };
}

/** Facts of a type from the catalogue; null for a type that this build doesn't know. */
export const definitionOf = (type: string) => (EVENTS as { readonly [type: string]: (typeof EVENTS)[keyof typeof EVENTS] | undefined })[type] ?? null;
