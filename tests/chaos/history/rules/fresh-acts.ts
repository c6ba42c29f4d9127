import type { LogEvent } from '../../../../src/shared/contracts/events/envelope.ts';
import type { Operation, Rule, Violation } from '../history.ts';

/**
 * What stops a reply, resolve or transfer whose author has not seen it. Written down a second time, from the design and not
 * from the product's table, so that a mistake in the one shows against the other.
 */
const STOPPING: ReadonlySet<string> = new Set([
  'message.posted', 'message.edited', 'message.recalled', 'note.posted', 'assignment.accepted', 'assignment.revoked', 'queue.entered', 'episode.resolved', 'episode.reopened', 'action.executed',
]);
const CAREFUL: ReadonlySet<string> = new Set(['message.post', 'episode.resolve', 'conversation.transfer']);

/** Acts on the ticket as its author saw it: any change of it stops them, their author's own included. */
const ON_TICKET: ReadonlySet<string> = new Set(['episode.resolve', 'ticket.change']);

/** What stops an act on an order: any other on the same one, its author's own included. */
const STOPPING_ORDER: ReadonlySet<string> = new Set(['action.proposed', 'action.submitted', 'action.executed', 'action.unconfirmed']);

function unseenOnOrder(events: readonly LogEvent[], act: LogEvent, after: number): LogEvent | undefined {
  return events.find(({ seq, type, payload }) => seq > after && seq < act.seq && STOPPING_ORDER.has(type) && payload['orderNumber'] === act.payload['orderNumber']);
}

function unseen(events: readonly LogEvent[], after: number, before: number): LogEvent[] {
  return events.filter(({ seq, type }) => seq > after && seq < before && STOPPING.has(type));
}

const unseenOnTicket = (events: readonly LogEvent[], after: number, before: number): LogEvent | undefined =>
  events.find(({ seq, type }) => seq > after && seq < before && type.startsWith('ticket.'));

/** What its author had not seen, and what should have stopped it. `act` is the first event that it left. */
function whatStops({ by, type, seenSeq }: Operation, log: readonly LogEvent[], act: LogEvent): LogEvent | undefined {
  if (seenSeq === null) return undefined;
  if (type === 'action.execute') return unseenOnOrder(log, act, seenSeq);
  const byOthers = CAREFUL.has(type) ? unseen(log, seenSeq, act.seq).find(({ actor }) => actor.id !== by) : undefined;
  return byOthers ?? (ON_TICKET.has(type) ? unseenOnTicket(log, seenSeq, act.seq) : undefined);
}

/** No act was executed on a state that its author had not seen. */
export const actsAreFresh: Rule = ({ operations, logs }) => {
  const events = new Map(logs.map((log) => [log.conversationId, log.events]));
  return operations.flatMap((operation): Violation[] => {
    const { id, type, conversationId, seenSeq } = operation;
    const log = events.get(conversationId) ?? [];
    const act = log.find(({ causationId }) => causationId === id);
    const stopping = act ? whatStops(operation, log, act) : undefined;
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
