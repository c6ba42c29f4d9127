import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OutboxEntry } from '../../../src/shared/contracts/bridge/outbox.ts';
import type { EventOf, LogEvent } from '../../../src/shared/contracts/events/envelope.ts';
import { overlayPending } from '../../../src/shared/domain/overlay-pending.ts';
import { anyLog, empty, eventsOf, fold } from './random-log/logs.ts';
import { CONVERSATION_ID, idOf } from './random-log/world.ts';

type Posted = EventOf<'message.posted' | 'note.posted' | 'whisper.posted'>;

const COMMAND_OF = { 'message.posted': 'message.post', 'note.posted': 'note.post', 'whisper.posted': 'whisper.post' } as const;

/** What staff posted in a log: each was an entry of the outbox with the id of its event. */
const postedIn = (log: readonly LogEvent[]): Posted[] =>
  [...eventsOf(log, 'message.posted').filter(({ actor }) => actor.kind === 'agent' || actor.kind === 'lead'), ...eventsOf(log, 'note.posted'), ...eventsOf(log, 'whisper.posted')].toSorted((a, b) => a.seq - b.seq);

const entryBase = (id: string) => ({ id, conversationId: CONVERSATION_ID, lane: 'messages', payload: {}, seenSeq: 0, createdAt: 1 }) as const;
const acknowledged = (event: LogEvent): OutboxEntry['state'] => ({ kind: 'done', accepted: { seq: event.seq, position: event.position, at: event.at } });

/** The entry of a posted event, once its acknowledgement came or before. */
const entryOf = (event: Posted, isAcknowledged: boolean): OutboxEntry => ({
  ...entryBase(event.id),
  type: COMMAND_OF[event.type],
  payload: { text: event.content?.text ?? '' },
  state: isAcknowledged ? acknowledged(event) : { kind: 'in-flight' },
});

/** A log, how much of it has come, and for each posted thing whether its acknowledgement has: the two in either order. */
const journeys = () =>
  anyLog().chain((log) => fc.record({ log: fc.constant(log), come: fc.nat(log.length), acks: fc.array(fc.boolean(), { minLength: log.length, maxLength: log.length }) }));

describe('what is on its way', () => {
  it('shows until and only until the log holds it, and never twice', () => {
    fc.assert(
      fc.property(journeys(), ({ log, come, acks }) => {
        const posted = postedIn(log);
        const confirmed = fold(log.slice(0, come));
        const shown = overlayPending(confirmed, posted.map((event, index) => entryOf(event, acks[index] ?? false)));
        const waiting = posted.filter((event) => event.seq > come);
        expect(shown.pending.map(({ id, text, place }) => ({ id, text, place }))).toEqual(
          waiting.map((event, index) => ({ id: event.id, text: event.content?.text ?? '', place: index + 1 })),
        );
        const ids = new Set(shown.pending.map((item) => item.id));
        expect(confirmed.window.items.filter((item) => 'id' in item && ids.has(item.id))).toEqual([]);
        expect(shown.confirmed).toBe(confirmed);
      }),
    );
  });

  it('shows an act that is no message beside them, until its answer is in the log', () => {
    const resolve: OutboxEntry = { ...entryBase(idOf(70)), type: 'episode.resolve', state: { kind: 'queued' } };
    const done: OutboxEntry = { ...resolve, state: { kind: 'done', accepted: { seq: 1, position: 1, at: 1 } } };
    const after = { ...empty, head: { ...empty.head, seq: 1 } };
    expect(overlayPending(empty, [resolve])).toMatchObject({ pending: [], acts: [resolve] });
    expect(overlayPending(empty, [done])).toMatchObject({ pending: [], acts: [done] });
    expect(overlayPending(after, [done])).toMatchObject({ pending: [], acts: [] });
  });

  it('keeps the words of what was refused or is held', () => {
    const refused: OutboxEntry = { ...entryBase(idOf(71)), type: 'message.post', payload: { text: 'hello' }, state: { kind: 'refused', failure: { code: 'STALE' } } };
    const held: OutboxEntry = { ...entryBase(idOf(72)), type: 'note.post', payload: { text: 'mind the tone' }, state: { kind: 'held' } };
    const { pending } = overlayPending(empty, [refused, held]);
    expect(pending).toMatchObject([
      { kind: 'message', text: 'hello', attachments: [], state: refused.state, place: 1 },
      { kind: 'note', text: 'mind the tone', attachments: [], state: held.state, place: 2 },
    ]);
  });

  it('leaves out observations and other conversations', () => {
    const read: OutboxEntry = { ...entryBase(idOf(73)), lane: 'observations', type: 'read.advance', state: { kind: 'queued' } };
    const elsewhere: OutboxEntry = { ...entryBase(idOf(74)), conversationId: idOf(75), type: 'message.post', state: { kind: 'queued' } };
    expect(overlayPending(empty, [read, elsewhere])).toEqual({ confirmed: empty, pending: [], acts: [] });
  });
});
