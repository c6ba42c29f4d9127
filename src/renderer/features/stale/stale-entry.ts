import type { OutboxEntry } from '../../../shared/contracts/bridge/outbox.ts';
import type { LogEvent } from '../../../shared/contracts/events/envelope.ts';

/** An act that was stopped because the world moved on, with what it had not seen, oldest first. */
export type StaleAct = { readonly entry: OutboxEntry; readonly events: readonly LogEvent[]; readonly lastSeq: number };

const isEvent = (value: unknown): value is LogEvent => typeof value === 'object' && value !== null && 'seq' in value && 'type' in value && 'payload' in value;

function eventsOf(entry: OutboxEntry): LogEvent[] {
  if (entry.state.kind !== 'refused') return [];
  const events: unknown = entry.state.failure.details?.['events'];
  return Array.isArray(events) ? events.filter(isEvent) : [];
}

/** The first act of a conversation that waits for the person's decision; money has its own new preview instead. */
export function findStale(entries: readonly OutboxEntry[], conversationId: string): StaleAct | null {
  const entry = entries.find(
    (candidate) => candidate.conversationId === conversationId && candidate.state.kind === 'refused' && candidate.state.failure.code === 'STALE' && !candidate.type.startsWith('action.'),
  );
  if (entry === undefined) return null;
  const events = eventsOf(entry);
  return { entry, events, lastSeq: events.at(-1)?.seq ?? entry.seenSeq };
}

/** Words of a message or note among the events; null where there are none or they were erased. */
export function wordsOf(event: LogEvent): string | null {
  const content = event.content;
  return typeof content === 'object' && content !== null && 'text' in content && typeof content.text === 'string' ? content.text : null;
}
