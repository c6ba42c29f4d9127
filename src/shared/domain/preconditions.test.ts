import { describe, expect, it } from 'vitest';
import { STAFF_COMMANDS, type StaffCommandType } from '../contracts/commands.ts';
import { EVENTS, type EventType } from '../contracts/events/catalogue.ts';
import type { LogEvent } from '../contracts/events/envelope.ts';
import { ACT_KINDS, staleEvents, type ActKind } from './preconditions.ts';

const ME = 'me';
const ORDER = 'N1';

/** Which act each event type stops: caused by somebody else (`o`), or whoever caused it (`x`). What is not here stops nothing. */
const TABLE: readonly (readonly [EventType, reply: string, closing: string, orderAction: string])[] = [
  ['message.posted', 'o', 'o', '.'],
  ['message.edited', 'o', 'o', '.'],
  ['message.recalled', 'o', 'o', '.'],
  ['note.posted', 'o', 'o', '.'],
  ['assignment.accepted', 'o', 'o', '.'],
  ['assignment.revoked', 'o', 'o', '.'],
  ['queue.entered', 'o', 'o', '.'],
  ['episode.resolved', 'o', 'o', '.'],
  ['episode.reopened', 'o', 'o', '.'],
  ['action.executed', 'o', 'o', 'x'],
  ['action.proposed', '.', '.', 'x'],
  ['action.submitted', '.', '.', 'x'],
  ['action.unconfirmed', '.', '.', 'x'],
];

const ACTS: readonly ActKind[] = ['reply', 'closing', 'order-action', 'free'];
const AUTHORS = [
  { author: 'somebody else', actorId: 'other' },
  { author: 'the one who acts', actorId: ME },
] as const;

function markOf(act: ActKind, type: EventType): string {
  const [, reply, closing, orderAction] = TABLE.find(([listed]) => listed === type) ?? [type, '.', '.', '.'];
  return { reply, closing, 'order-action': orderAction, free: '.' }[act];
}

const stops = (mark: string, actorId: string): boolean => mark === 'x' || (mark === 'o' && actorId !== ME);

const eventOf = (over: Partial<LogEvent>): LogEvent => ({
  id: '', shopId: '', conversationId: '', episode: 1, seq: 8, publicSeq: null, position: 1, at: 0, actor: { kind: 'agent', id: 'other' },
  causationId: null, schemaVersion: 1, type: 'message.posted', payload: { orderNumber: ORDER }, contentId: null, content: null, ...over,
});

const stale = (act: ActKind, ...eventsAfter: LogEvent[]) => staleEvents({ act, actorId: ME, eventsAfter, orderNumber: ORDER });

const rows = Object.keys(EVENTS).flatMap((key) => {
  const type = key as EventType;
  return ACTS.flatMap((act) => AUTHORS.map(({ author, actorId }) => ({ type, act, author, actorId, expected: stops(markOf(act, type), actorId) })));
});

describe('what an act has not seen', () => {
  it.each(rows)('$type by $author stops an act of kind $act: $expected', ({ type, act, actorId, expected }) => {
    const event = eventOf({ type, actor: { kind: 'agent', id: actorId } });
    expect(stale(act, event)).toEqual(expected ? [event] : []);
  });

  it('stops an action on the same order only', () => {
    const elsewhere = eventOf({ type: 'action.submitted', payload: { orderNumber: 'N2' } });
    expect(stale('order-action', elsewhere)).toEqual([]);
  });

  it.each(ACTS)('does not stop a %s by what this build cannot read', (act) => {
    const newer = eventOf({ schemaVersion: 99 });
    expect(stale(act, newer, eventOf({ type: 'hidden', payload: {} }), eventOf({ type: 'promise.made' }))).toEqual([]);
  });

  it('is told oldest first, all of it', () => {
    const events = [eventOf({ seq: 8 }), eventOf({ seq: 9, type: 'sla.breached' }), eventOf({ seq: 10, type: 'note.posted' })];
    expect(stale('reply', ...events).map((event) => event.seq)).toEqual([8, 10]);
  });
});

describe('the kind of act', () => {
  const kinds: Partial<Record<StaffCommandType, ActKind>> = {
    'message.post': 'reply',
    'conversation.transfer': 'closing',
    'episode.resolve': 'closing',
    'action.execute': 'order-action',
  };

  it('is told of every staff command', () => {
    expect(Object.keys(ACT_KINDS).toSorted()).toEqual(Object.keys(STAFF_COMMANDS).toSorted());
  });

  it.each(Object.entries(ACT_KINDS))('of %s is %s', (type, kind) => {
    expect(kind).toBe(kinds[type as StaffCommandType] ?? 'free');
  });
});
