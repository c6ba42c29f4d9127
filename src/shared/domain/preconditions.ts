import type { KnownEvent, LogEvent } from '../contracts/events/envelope.ts';
import type { StaffCommandType } from '../contracts/commands.ts';
import { isKnownEvent } from './known-versions.ts';

/** What kind of act a command is, as far as "what may have changed meanwhile" goes. */
export type ActKind = 'reply' | 'order-action' | 'closing' | 'free';

/** The kind of every staff command: the first half of the closed table. */
export const ACT_KINDS: { readonly [T in StaffCommandType]: ActKind } = {
  'message.post': 'reply',
  'message.edit': 'free',
  'message.recall': 'free',
  'note.post': 'free',
  'whisper.post': 'free',
  'read.advance': 'free',
  'conversation.take-over': 'free',
  'conversation.transfer': 'closing',
  'conversation.snooze': 'free',
  'conversation.unsnooze': 'free',
  'episode.resolve': 'closing',
  'episode.reopen': 'free',
  'flag.judge': 'free',
  'suggestion.observe': 'free',
  'action.execute': 'order-action',
  'action.decide': 'free',
  'ticket.change': 'free',
  'ticket.escalate': 'free',
};

/** Event types that make a public reply (or a closing act) stale when somebody else caused them after `seenSeq`. */
export const REPLY_BLOCKERS: ReadonlySet<string> = new Set([
  'message.posted', 'message.edited', 'message.recalled', 'note.posted', 'assignment.accepted', 'assignment.revoked', 'queue.entered',
  'episode.resolved', 'episode.reopened', 'action.executed',
]);

/** Event types that make an action on the same order stale. */
const ACTION_BLOCKERS: ReadonlySet<string> = new Set(['action.proposed', 'action.submitted', 'action.executed', 'action.unconfirmed']);

export type Seen = {
  readonly act: ActKind;
  /** Who acts: what they said and did themselves is known to them, save for money (see `blocks`). */
  readonly actorId: string;
  /** Events after the act's `seenSeq`, in order. */
  readonly eventsAfter: readonly LogEvent[];
  /** For an order action: the order it is about. */
  readonly orderNumber?: string | undefined;
};

const isActionOn = (event: KnownEvent, orderNumber: string | undefined): boolean =>
  ACTION_BLOCKERS.has(event.type) && 'orderNumber' in event.payload && event.payload.orderNumber === orderNumber;

/**
 * An action on an order is stopped by any other that its giver has not seen, their own included: a button pressed twice is
 * two commands, and until the shop has answered the first both carry the same order version.
 */
function blocks(seen: Seen, event: LogEvent): boolean {
  if (!isKnownEvent(event)) return false;
  if (seen.act === 'order-action') return isActionOn(event, seen.orderNumber);
  return event.actor.id !== seen.actorId && REPLY_BLOCKERS.has(event.type);
}

/**
 * The events that the act has not seen and that forbid it, oldest first; empty when it may go on. Versions of order and ticket
 * are compared by the caller, who has them at hand: this table is about the log alone.
 */
export function staleEvents(seen: Seen): LogEvent[] {
  return seen.act === 'free' ? [] : seen.eventsAfter.filter((event) => blocks(seen, event));
}
