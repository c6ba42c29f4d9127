import type { Language, LocalizedText } from '../../shared/contracts/basics.ts';
import type { LogEvent } from '../../shared/contracts/events/envelope.ts';
import type { PublicEvent } from '../../shared/contracts/events/public-event.ts';
import { definitionOf } from '../log/event-rows.ts';

/** Names of staff that customers may know. */
export type NameOf = (accountId: string) => LocalizedText | null;

type Speaker = { readonly kind: PublicEvent['actor']['kind']; readonly id: string };

/** Who the customer is told it was: for an assignment the one who takes over, whoever arranged it. */
function speakerOf(event: LogEvent): Speaker {
  const agentId = event.payload['agentId'];
  return event.type === 'assignment.accepted' && typeof agentId === 'string' ? { kind: 'agent', id: agentId } : event.actor;
}

function pick(payload: LogEvent['payload'], fields: readonly string[]): PublicEvent['payload'] {
  const entries = Object.entries(payload).filter(([field]) => fields.includes(field));
  return Object.fromEntries(entries) as PublicEvent['payload'];
}

/**
 * An event on the customer's channel, or null for what isn't theirs: public types only, their public fields only, numbered by
 * `publicSeq` alone, so that a note leaves no hole.
 */
export function viewForCustomer(event: LogEvent, { nameOf, language }: { readonly nameOf: NameOf; readonly language: Language }): PublicEvent | null {
  const definition = definitionOf(event.type);
  if (definition?.audience !== 'public' || event.publicSeq === null) return null;
  const speaker = speakerOf(event);
  const isStaff = speaker.kind === 'agent' || speaker.kind === 'lead';
  return {
    id: event.id,
    publicSeq: event.publicSeq,
    at: event.at,
    actor: { kind: speaker.kind, name: isStaff ? (nameOf(speaker.id)?.[language] ?? null) : null },
    type: event.type,
    payload: pick(event.payload, definition.publicFields),
    content: (event.content ?? null) as PublicEvent['content'],
  };
}
