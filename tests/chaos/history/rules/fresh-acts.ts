import type { LogEvent } from '../../../../src/shared/contracts/events/envelope.ts';
import type { Rule, Violation } from '../history.ts';

/**
 * What stops a reply, resolve or transfer whose author has not seen it. Written down a second time, from the design and not
 * from the product's table, so that a mistake in the one shows against the other.
 */
const STOPPING: ReadonlySet<string> = new Set([
  'message.posted', 'message.edited', 'message.recalled', 'note.posted', 'assignment.accepted', 'assignment.revoked', 'queue.entered', 'episode.resolved', 'episode.reopened', 'action.executed',
]);
const CAREFUL: ReadonlySet<string> = new Set(['message.post', 'episode.resolve', 'conversation.transfer']);

function unseen(events: readonly LogEvent[], after: number, before: number): LogEvent[] {
  return events.filter(({ seq, type }) => seq > after && seq < before && STOPPING.has(type));
}

/** No act was executed on a state that its author had not seen. */
export const actsAreFresh: Rule = ({ operations, logs }) => {
  const events = new Map(logs.map((log) => [log.conversationId, log.events]));
  return operations.flatMap(({ id, by, type, conversationId, seenSeq }): Violation[] => {
    const log = events.get(conversationId) ?? [];
    const seq = log.find(({ causationId }) => causationId === id)?.seq;
    if (seq === undefined || seenSeq === null || !CAREFUL.has(type)) return [];
    const stopping = unseen(log, seenSeq, seq).find(({ actor }) => actor.id !== by);
    return stopping ? [{ rule: 'stale-act', what: `${type} ${id} saw up to ${seenSeq} and was executed after ${stopping.type} at ${stopping.seq}` }] : [];
  });
};
