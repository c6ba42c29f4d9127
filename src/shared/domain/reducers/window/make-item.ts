import { reduceAction } from '../../action-record.ts';
import { isKnownEvent } from '../../known-versions.ts';
import type { Item, MessageItem } from '../../../contracts/conversation-state.ts';
import type { EventOf, KnownEvent, LogEvent } from '../../../contracts/events/envelope.ts';

const placeOf = (event: LogEvent | KnownEvent) => ({ seq: event.seq, at: event.at, actor: event.actor });

function messageItem(event: EventOf<'message.posted'>): MessageItem {
  return {
    kind: 'message',
    ...placeOf(event),
    id: event.id,
    contentId: event.contentId,
    language: event.payload.language,
    text: event.content?.text ?? null,
    attachments: event.content?.attachments ?? [],
    buttons: event.content?.buttons ?? [],
    choice: event.payload.choice?.buttonId ?? null,
    edited: false,
    recalled: false,
    flags: [],
    understanding: null,
    trace: null,
  };
}

const noteItem = (event: EventOf<'note.posted' | 'whisper.posted'>): Item => ({
  kind: event.type === 'note.posted' ? 'note' : 'whisper',
  ...placeOf(event),
  id: event.id,
  contentId: event.contentId,
  text: event.content?.text ?? null,
});

const lineItem = (event: KnownEvent): Item => ({ kind: 'line', ...placeOf(event), code: event.type, params: event.payload });

function itemOf(event: KnownEvent): Item | null {
  switch (event.type) {
    case 'message.posted': return messageItem(event);
    case 'note.posted':
    case 'whisper.posted': return noteItem(event);
    case 'handoff.requested':
      return { kind: 'packet', ...placeOf(event), facts: event.payload, content: event.content, contentId: event.contentId };
    case 'assignment.accepted':
      return { kind: 'assignment', ...placeOf(event), agentId: event.payload.agentId, how: event.payload.how, reasons: event.payload.reasons };
    case 'action.proposed':
    case 'action.declined':
    case 'action.executed':
    case 'action.unconfirmed':
    case 'action.failed': return { kind: 'action', ...placeOf(event), record: reduceAction(null, event) };
    case 'episode.opened':
    case 'episode.resolved':
    case 'episode.reopened':
    case 'conversation.snoozed':
    case 'conversation.unsnoozed':
    case 'queue.entered':
    case 'assignment.revoked':
    case 'ticket.created':
    case 'ticket.escalated':
    case 'sla.breached': return lineItem(event);
    default: return null;
  }
}

/** The item that an event adds to the transcript, or null if it adds none of its own. */
export function makeItem(event: LogEvent): Item | null {
  if (isKnownEvent(event)) return itemOf(event);
  return { kind: event.type === 'hidden' ? 'hidden' : 'newer', ...placeOf(event) };
}
