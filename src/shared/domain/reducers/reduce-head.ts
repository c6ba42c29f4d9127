import type { ConversationHead } from '../../contracts/conversation-state.ts';
import type { KnownEvent, LogEvent } from '../../contracts/events/envelope.ts';
import { isKnownEvent } from '../known-versions.ts';
import { actionHandlers } from './head/action.ts';
import { botHandlers } from './head/bot.ts';
import { episodeHandlers } from './head/episode.ts';
import type { HeadHandlers } from './head/handlers.ts';
import { messageHandlers } from './head/message.ts';
import { queueHandlers } from './head/queue.ts';
import { ticketHandlers } from './head/ticket.ts';

const HANDLERS: HeadHandlers = { ...episodeHandlers, ...messageHandlers, ...botHandlers, ...queueHandlers, ...ticketHandlers, ...actionHandlers };

/** The table maps each type to the handler of that type; TypeScript can't follow the pairing through the lookup. */
function handle(head: ConversationHead, event: KnownEvent): ConversationHead {
  const handler = HANDLERS[event.type] as (head: ConversationHead, event: KnownEvent) => ConversationHead;
  return handler(head, event);
}

/**
 * The head after the next event of its log. The caller has checked that `event.seq` is `head.seq + 1`. Events hidden from
 * this reader, or newer than this build, only advance the numbers.
 */
export function reduceHead(head: ConversationHead, event: LogEvent): ConversationHead {
  const known = isKnownEvent(event);
  const next = known ? handle(head, event) : head;
  return {
    ...next,
    seq: event.seq,
    publicSeq: event.publicSeq ?? head.publicSeq,
    newerCount: known || event.type === 'hidden' ? next.newerCount : next.newerCount + 1,
  };
}
