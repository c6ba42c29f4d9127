import { isDeepStrictEqual } from 'node:util';
import type { LogEvent } from '../../../../src/shared/contracts/events/envelope.ts';
import type { History, Operation, Payload, Rule, Violation } from '../history.ts';

const asRecord = (value: unknown): Payload => (typeof value === 'object' && value !== null ? (value as Payload) : {});
const contentOf = ({ content }: LogEvent): Payload => asRecord(content);

/** Whether these fields are on both sides, and the same. */
const agree = (one: Payload, other: Payload, fields: readonly string[]): boolean => fields.every((field) => isDeepStrictEqual(one[field], other[field]));

/** What an act leaves in the log: one event of these types, which says what its author asked for. */
type Trace = { readonly types: readonly string[]; readonly isAsked: (event: LogEvent, asked: Payload, by: string) => boolean };

const always = (): boolean => true;
const inPayload = (...fields: string[]) => (event: LogEvent, asked: Payload): boolean => agree(event.payload, asked, fields);
const inContent = (...fields: string[]) => (event: LogEvent, asked: Payload): boolean => agree(contentOf(event), asked, fields);

function isTransferred({ type, payload }: LogEvent, { to }: Payload): boolean {
  const { kind, id } = asRecord(to);
  return kind === 'queue' ? type === 'queue.entered' && payload['queueId'] === id : type === 'assignment.accepted' && payload['agentId'] === id && payload['how'] === 'transferred';
}

/** For those it names, and its author. */
function isWhispered(event: LogEvent, asked: Payload, by: string): boolean {
  const { to } = asked;
  const readers = new Set<unknown>([...(Array.isArray(to) ? to : []), by]);
  return agree(contentOf(event), asked, ['text']) && isDeepStrictEqual(new Set(event.payload['to'] as unknown[]), readers);
}

/** The closed table of traces, written down from what people ask for and not from the product's handlers. */
const TRACES: { readonly [type: string]: Trace } = {
  'message.post': { types: ['message.posted'], isAsked: inContent('text', 'attachments') },
  'message.edit': { types: ['message.edited'], isAsked: (event, asked) => agree(event.payload, asked, ['messageId']) && agree(contentOf(event), asked, ['text']) },
  'message.recall': { types: ['message.recalled'], isAsked: inPayload('messageId') },
  'note.post': { types: ['note.posted'], isAsked: inContent('text') },
  'whisper.post': { types: ['whisper.posted'], isAsked: isWhispered },
  'read.advance': { types: ['read.advanced'], isAsked: ({ payload }, asked) => payload['by'] === 'staff' && Number(payload['upToSeq']) <= Number(asked['upToSeq']) },
  'conversation.take-over': { types: ['assignment.accepted'], isAsked: ({ payload }, _asked, by) => payload['agentId'] === by && payload['how'] === 'taken-over' },
  'conversation.transfer': { types: ['assignment.accepted', 'queue.entered'], isAsked: isTransferred },
  'conversation.snooze': { types: ['conversation.snoozed'], isAsked: inPayload('until') },
  'conversation.unsnooze': { types: ['conversation.unsnoozed'], isAsked: always },
  'episode.resolve': { types: ['episode.resolved'], isAsked: inPayload('disposition') },
  'episode.reopen': { types: ['episode.reopened'], isAsked: always },
  'flag.judge': { types: ['flag.confirmed', 'flag.dismissed'], isAsked: (event, asked) => event.type === `flag.${String(asked['verdict'])}` && agree(event.payload, asked, ['flagId']) },
  'action.execute': {
    types: ['action.submitted', 'action.proposed'],
    isAsked: (event, asked) => agree(event.payload, asked, ['kind', 'orderNumber', 'orderVersion']) && agree(contentOf(event), asked, ['arguments']),
  },
  'action.decide': { types: ['action.approved', 'action.declined'], isAsked: (event, asked) => event.type === `action.${String(asked['verdict'])}` && agree(event.payload, asked, ['actionId']) },
  'ticket.change': { types: ['ticket.state-changed'], isAsked: ({ payload }, asked) => payload['ticketId'] === asked['ticketId'] && payload['to'] === asked['state'] },
  'ticket.escalate': { types: ['ticket.escalated'], isAsked: inPayload('ticketId', 'reason') },
};

function judge(operation: Operation, events: readonly LogEvent[]): Violation[] {
  const { id, by, type, payload, conversationId } = operation;
  const trace = TRACES[type];
  const main = events.filter((event) => trace?.types.includes(event.type));
  const [first] = main;
  if (main.length > 1) return [{ rule: 'doubled', what: `${type} ${id} stands ${main.length} times under its own id` }];
  const isThere = first && first.actor.id === by && trace?.isAsked(first, payload, by);
  const isAtHome = events.every((event) => event.conversationId === conversationId);
  return isThere && isAtHome ? [] : [{ rule: 'not-as-asked', what: `${type} ${id} of ${by} is in the log otherwise than it was asked for` }];
}

/** An act that is in the log stands there once, as its author asked for it, in its conversation and by their name. */
function actsAreAsAsked({ operations, logs }: History): Violation[] {
  const byAct = Map.groupBy(logs.flatMap(({ events }) => events), ({ causationId }) => causationId);
  return operations.flatMap((operation) => {
    const events = byAct.get(operation.id);
    return events ? judge(operation, events) : [];
  });
}

const PEOPLE: ReadonlySet<string> = new Set(['agent', 'lead', 'customer']);
/** What clients send by themselves, and may send again: nobody asks for it. */
const BY_THEMSELVES: ReadonlySet<string> = new Set(['read.advanced', 'suggestion.observed']);

const namesIn = (event: LogEvent): readonly unknown[] => {
  const { attachments } = contentOf(event);
  return Array.isArray(attachments) ? attachments.map((attachment) => asRecord(attachment)['name']) : [];
};

/** What came of an action, in the name of whoever wanted it: of one that was submitted before. */
const OUTCOMES: ReadonlySet<string> = new Set(['action.executed', 'action.failed', 'action.unconfirmed']);
const isOutcome = (event: LogEvent, events: readonly LogEvent[]): boolean =>
  OUTCOMES.has(event.type) && events.some(({ type, seq, payload }) => type === 'action.submitted' && seq < event.seq && payload['actionId'] === event.payload['actionId']);

/** Whatever a person has done by the log, that person did. */
function nobodyElseActs({ operations, borrowings, filesSent, logs }: History): Violation[] {
  const asked = new Set([...operations.map(({ id, by }) => `${by} ${id}`), ...borrowings.map(({ id, by }) => `${by} ${id}`)]);
  const files = new Set<unknown>(filesSent.map(({ name }) => name));
  const isAsked = (event: LogEvent): boolean =>
    !PEOPLE.has(event.actor.kind) || BY_THEMSELVES.has(event.type) || asked.has(`${event.actor.id} ${event.causationId}`) || namesIn(event).some((name) => files.has(name));
  return logs.flatMap(({ conversationId, past, events }) =>
    events.slice(past).filter((event) => !isAsked(event) && !isOutcome(event, events)).map(({ type, seq, actor }): Violation => ({ rule: 'not-as-asked', what: `nobody asked for ${type} at ${seq} of ${conversationId}, which is ${actor.kind} ${actor.id}'s` })),
  );
}

/** What was done is what was asked for, and nothing else was. */
export const doneIsAsked: Rule = (history) => [...actsAreAsAsked(history), ...nobodyElseActs(history)];
