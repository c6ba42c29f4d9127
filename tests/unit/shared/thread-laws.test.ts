import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVENTS } from '../../../src/shared/contracts/events/catalogue.ts';
import type { LogEvent } from '../../../src/shared/contracts/events/envelope.ts';
import { publicEventSchema, type PublicEvent } from '../../../src/shared/contracts/events/public-event.ts';
import type { Item } from '../../../src/shared/contracts/conversation-state.ts';
import { isKnownEvent } from '../../../src/shared/domain/known-versions.ts';
import { EMPTY_THREAD, reduceThread, type Thread } from '../../../src/shared/domain/reducers/reduce-thread.ts';
import { deepFreeze } from './deep-freeze.ts';
import { anyLog, eventsOf, fold } from './random-log/logs.ts';

/** The event as a customer's channel carries it: cut down to the public fields of its type. */
function toPublic(event: LogEvent): PublicEvent[] {
  if (event.publicSeq === null) return [];
  const fields = isKnownEvent(event) ? EVENTS[event.type].publicFields : [];
  const payload = Object.fromEntries(Object.entries(event.payload).filter(([field]) => fields.includes(field)));
  const type = isKnownEvent(event) ? event.type : 'promise.made';
  const actor = { kind: event.actor.kind, name: event.actor.kind === 'agent' ? 'Wang' : null };
  return [publicEventSchema.parse({ id: event.id, publicSeq: event.publicSeq, at: event.at, actor, type, payload, content: event.content })];
}

const read = (events: readonly PublicEvent[], from: Thread = EMPTY_THREAD): Thread => events.reduce((thread, event) => reduceThread(thread, event).thread, from);

const publicLog = () => anyLog().map((log) => ({ log, events: log.flatMap(toPublic) }));
const cutPublicLog = () => publicLog().chain(({ events }) => fc.record({ events: fc.constant(events), cut: fc.nat(events.length) }));

const messageOf = (item: Item) => (item.kind === 'message' ? [item] : []);

describe("the customer's thread", () => {
  it('is the same in any batching, overlaps included', () => {
    fc.assert(
      fc.property(cutPublicLog(), ({ events, cut }) => {
        expect(read(events.slice(Math.max(0, cut - 5)), read(events.slice(0, cut)))).toEqual(read(events));
      }),
    );
  });

  it('is the very same after a duplicate', () => {
    fc.assert(
      fc.property(publicLog(), ({ events }) => {
        const thread = read(events);
        for (const event of events) {
          const reduced = reduceThread(thread, event);
          expect(reduced.kind).toBe('duplicate');
          expect(reduced.thread).toBe(thread);
        }
      }),
    );
  });

  it('refuses a gap and changes nothing', () => {
    fc.assert(
      fc.property(cutPublicLog(), ({ events, cut }) => {
        const thread = read(events.slice(0, cut));
        for (const event of events.slice(cut + 1)) {
          const reduced = reduceThread(thread, event);
          expect(reduced.kind).toBe('gap');
          expect(reduced.thread).toBe(thread);
        }
      }),
    );
  });

  it('is made without touching what it is made of', () => {
    fc.assert(
      fc.property(publicLog(), ({ events }) => {
        let thread = deepFreeze(EMPTY_THREAD);
        for (const event of events) thread = deepFreeze(reduceThread(thread, deepFreeze(event)).thread);
        expect(thread.publicSeq).toBe(events.length);
      }),
    );
  });

  it('tells of messages what the desk tells', () => {
    fc.assert(
      fc.property(publicLog(), ({ log, events }) => {
        const erased = new Set(eventsOf(log, 'content.erased').flatMap((event) => event.payload.contentIds));
        const { head, window } = fold(log);
        const thread = read(events);
        const desk = window.items.flatMap(messageOf).map(({ id, edited, recalled, text, contentId }) => ({ id, edited, recalled, text: erased.has(contentId ?? '') ? 'erased' : text }));
        const gone = new Set(desk.filter((message) => message.text === 'erased').map((message) => message.id));
        const page = thread.items
          .filter((item) => item.kind === 'message')
          .map(({ id, edited, recalled, content }) => ({ id, edited, recalled, text: gone.has(id) ? 'erased' : (content?.text ?? null) }));
        expect(page).toEqual(desk);
        expect(thread).toMatchObject({ publicSeq: head.publicSeq, status: head.episode.status });
      }),
    );
  });

  it('shows no number and no name that is not public', () => {
    fc.assert(
      fc.property(publicLog(), ({ log, events }) => {
        const text = JSON.stringify(read(events));
        for (const { actor } of log.filter((event) => event.actor.kind === 'agent' || event.actor.kind === 'lead')) expect(text).not.toContain(actor.id);
        expect(text).not.toContain('"seq"');
      }),
    );
  });
});
