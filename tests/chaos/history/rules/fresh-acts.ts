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

/** What stops an act on an order: any other on the same one, its author's own included. */
const STOPPING_ORDER: ReadonlySet<string> = new Set(['action.proposed', 'action.submitted', 'action.executed', 'action.unconfirmed']);

function unseenOnOrder(events: readonly LogEvent[], act: LogEvent, after: number): LogEvent | undefined {
  return events.find(({ seq, type, payload }) => seq > after && seq < act.seq && STOPPING_ORDER.has(type) && payload['orderNumber'] === act.payload['orderNumber']);
}

function unseen(events: readonly LogEvent[], after: number, before: number): LogEvent[] {
  return events.filter(({ seq, type }) => seq > after && seq < before && STOPPING.has(type));
}

/** No act was executed on a state that its author had not seen. */
export const actsAreFresh: Rule = ({ operations, logs }) => {
  const events = new Map(logs.map((log) => [log.conversationId, log.events]));
  return operations.flatMap(({ id, by, type, conversationId, seenSeq }): Violation[] => {
    const log = events.get(conversationId) ?? [];
    const act = log.find(({ causationId }) => causationId === id);
    if (!act || seenSeq === null || !(CAREFUL.has(type) || type === 'action.execute')) return [];
    const stopping = type === 'action.execute' ? unseenOnOrder(log, act, seenSeq) : unseen(log, seenSeq, act.seq).find(({ actor }) => actor.id !== by);
    return stopping ? [{ rule: 'stale-act', what: `${type} ${id} saw up to ${seenSeq} and was executed after ${stopping.type} at ${stopping.seq}` }] : [];
  });
};

/** Numbers at which the bot spoke in an episode that a person had before. */
function botBesidePeople(events: readonly LogEvent[]): number[] {
  let hadPerson = false;
  return events.flatMap(({ type, actor, seq }) => {
    if (type === 'episode.opened') hadPerson = false;
    if (type === 'assignment.accepted') hadPerson = true;
    return hadPerson && type === 'message.posted' && actor.kind === 'bot' ? [seq] : [];
  });
}

/** Once a person has had an episode, the bot says nothing more in it, not even when it is reopened. */
export const botStaysOut: Rule = ({ logs }) =>
  logs.flatMap(({ conversationId, events }) =>
    botBesidePeople(events).map((seq): Violation => ({ rule: 'stale-act', what: `the bot spoke at ${seq} of ${conversationId}, in an episode that a person had` })),
  );
