import type { StaffCommandType } from '../contracts/commands.ts';
import type { ERRORS, ErrorCode } from '../contracts/errors.ts';
import type { Lane } from '../contracts/bridge/outbox.ts';

type LaneFacts = {
  readonly lane: Lane;
  /** May wait in the outbox while there is no line; the others are refused with OFFLINE. */
  readonly offline: boolean;
};

/** How each staff command travels: its lane, and whether it may be given while offline. */
export const COMMAND_LANES: { readonly [T in StaffCommandType]: LaneFacts } = {
  'message.post': { lane: 'messages', offline: true },
  'message.edit': { lane: 'messages', offline: true },
  'message.recall': { lane: 'messages', offline: true },
  'note.post': { lane: 'messages', offline: true },
  'whisper.post': { lane: 'messages', offline: true },
  'episode.resolve': { lane: 'messages', offline: true },
  'conversation.snooze': { lane: 'messages', offline: true },
  'conversation.unsnooze': { lane: 'messages', offline: true },
  'conversation.take-over': { lane: 'actions', offline: false },
  'conversation.transfer': { lane: 'actions', offline: false },
  'episode.reopen': { lane: 'actions', offline: false },
  'action.execute': { lane: 'actions', offline: false },
  'action.decide': { lane: 'actions', offline: false },
  'ticket.change': { lane: 'actions', offline: false },
  'ticket.escalate': { lane: 'actions', offline: false },
  'flag.judge': { lane: 'observations', offline: true },
  'suggestion.observe': { lane: 'observations', offline: true },
  'read.advance': { lane: 'observations', offline: true },
};

/**
 * Whether a command that was refused with this may go again by itself, under the same id. The desk and the service have to agree: what one takes
 * for a no, the other may not do later. Of actions only those that were never looked at: all else is for the person at the screen to repeat.
 * `errors`: the catalogue, which this room knows by its type alone.
 */
export function maySendAgain(lane: Lane, code: ErrorCode, errors: typeof ERRORS): boolean {
  if (code === 'RATE_LIMITED' || code === 'UNAVAILABLE') return true;
  return lane !== 'actions' && errors[code].retry === 'later';
}
