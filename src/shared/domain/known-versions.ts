import type { EventType } from '../contracts/events/catalogue.ts';
import type { KnownEvent, LogEvent } from '../contracts/events/envelope.ts';

/**
 * Highest schema version of each event type that these reducers understand. A twin of the contract's table, without its
 * schemas, so that a window need not load them; a test holds the two together.
 */
export const KNOWN_VERSIONS: { readonly [T in EventType]: number } = {
  'episode.opened': 1,
  'episode.resolved': 1,
  'episode.reopened': 1,
  'conversation.snoozed': 1,
  'conversation.unsnoozed': 1,
  'content.erased': 1,
  'message.posted': 1,
  'message.edited': 1,
  'message.recalled': 1,
  'message.delivered': 1,
  'read.advanced': 1,
  'note.posted': 1,
  'whisper.posted': 1,
  'turn.understood': 1,
  'bot.answered': 1,
  'bot.clarified': 1,
  'bot.acted': 1,
  'flag.raised': 1,
  'flag.confirmed': 1,
  'flag.dismissed': 1,
  'flag.cleared': 1,
  'handoff.requested': 1,
  'suggestion.offered': 1,
  'suggestion.withdrawn': 1,
  'suggestion.observed': 1,
  'queue.entered': 1,
  'queue.left': 1,
  'assignment.accepted': 1,
  'assignment.revoked': 1,
  'sla.started': 1,
  'sla.met': 1,
  'sla.breached': 1,
  'ticket.created': 1,
  'ticket.state-changed': 1,
  'ticket.classified': 1,
  'ticket.prioritised': 1,
  'ticket.escalated': 1,
  'ticket.assigned': 1,
  'action.proposed': 1,
  'action.approved': 1,
  'action.declined': 1,
  'action.submitted': 1,
  'action.executed': 1,
  'action.unconfirmed': 1,
  'action.failed': 1,
};

/**
 * Whether these reducers know the event's type and version. An event that arrives over a boundary has been validated there
 * against the contract of its type, which is what makes the narrowing sound.
 */
export function isKnownEvent(event: LogEvent): event is KnownEvent {
  const known = (KNOWN_VERSIONS as { readonly [type: string]: number | undefined })[event.type];
  return known !== undefined && event.schemaVersion <= known;
}
