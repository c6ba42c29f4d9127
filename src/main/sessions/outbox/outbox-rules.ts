import type { Lane, OutboxEntry } from '../../../shared/contracts/bridge/outbox.ts';
import type { StaffCommandType } from '../../../shared/contracts/commands.ts';
import { ACT_KINDS } from '../../../shared/domain/preconditions.ts';
import type { CheckedAct } from './check-act.ts';

/** An entry was checked on its way in, so its type is one of the staff's commands. */
const kindOf = (entry: OutboxEntry) => ACT_KINDS[entry.type as StaffCommandType];

const isReply = (entry: OutboxEntry): boolean => kindOf(entry) === 'reply';
/** Acts that say something about what was said before them: they don't go while an earlier reply was refused. */
const followsReplies = (entry: OutboxEntry): boolean => entry.lane === 'messages' && (isReply(entry) || kindOf(entry) === 'closing');
const isUnderway = (entry: OutboxEntry): boolean => entry.state.kind === 'queued' || entry.state.kind === 'in-flight';

/** Whether an entry at the end of this conversation's line has to wait for its agent: an earlier reply was refused. */
export function mustHold(line: readonly OutboxEntry[], entry: OutboxEntry): boolean {
  return followsReplies(entry) && line.some((earlier) => earlier.state.kind === 'refused' && isReply(earlier));
}

/** Entries after a refused reply that have to be parked now. */
export function toHold(line: readonly OutboxEntry[], refused: OutboxEntry): OutboxEntry[] {
  if (!isReply(refused)) return [];
  return line.slice(line.indexOf(refused) + 1).filter((entry) => entry.state.kind === 'queued' && followsReplies(entry));
}

/** Entries that nothing refused stands before any more. */
export function toRelease(line: readonly OutboxEntry[]): OutboxEntry[] {
  return line.filter((entry, index) => entry.state.kind === 'held' && !mustHold(line.slice(0, index), entry));
}

/** What an entry lets pass before it. */
function mayGo(line: readonly OutboxEntry[], entry: OutboxEntry): boolean {
  const before = line.slice(0, line.indexOf(entry));
  switch (entry.lane) {
    case 'messages': return true;
    // A transfer behind a reply on its way would take the conversation from under it.
    case 'actions': return kindOf(entry) !== 'closing' || !before.some((earlier) => earlier.lane === 'messages' && isUnderway(earlier));
    case 'observations': return !line.some((other) => other.lane === 'messages' && isUnderway(other));
  }
}

/** The entry that a lane of a conversation sends next: the first that waits, unless one is in flight. `line` is in order. */
export function nextToSend(line: readonly OutboxEntry[], lane: Lane): OutboxEntry | null {
  const inLane = line.filter((entry) => entry.lane === lane);
  if (inLane.some((entry) => entry.state.kind === 'in-flight')) return null;
  const first = inLane.find((entry) => entry.state.kind === 'queued');
  return first && mayGo(line, first) ? first : null;
}

/** Nobody looks at how far somebody had read before: the newest mark says it all. */
export function isOvertaken(queued: OutboxEntry, newer: OutboxEntry): boolean {
  return newer.type === 'read.advance' && queued.type === 'read.advance' && queued.state.kind === 'queued';
}

/** Whether an act under a known id is that act once more. */
export function isSameAct(entry: OutboxEntry, act: CheckedAct): boolean {
  return entry.type === act.type && entry.conversationId === act.conversationId && JSON.stringify(entry.payload) === JSON.stringify(act.payload);
}

/** The payload with other words; a suggestion sent with other words was edited. */
export function withText(payload: OutboxEntry['payload'], text: string | null): OutboxEntry['payload'] {
  if (text === null) return payload;
  const { suggestion } = payload;
  const isSuggested = typeof suggestion === 'object' && suggestion !== null && !Array.isArray(suggestion);
  return { ...payload, text, ...(isSuggested && text !== payload['text'] ? { suggestion: { ...suggestion, edited: true } } : {}) };
}
