import { describe, expect, it } from 'vitest';
import type { OutboxEntry } from '../../../shared/contracts/bridge/outbox.ts';
import type { StaffCommandType } from '../../../shared/contracts/commands.ts';
import { COMMAND_LANES } from '../../../shared/domain/lanes.ts';
import { mustHold, nextToSend, toHold, toRelease, withText } from './outbox-rules.ts';

const FAILURE = { code: 'STALE' } as const;
type Kind = OutboxEntry['state']['kind'];

function entry(id: string, type: StaffCommandType, kind: Kind = 'queued'): OutboxEntry {
  const states = { queued: { kind: 'queued' }, 'in-flight': { kind: 'in-flight' }, held: { kind: 'held' }, refused: { kind: 'refused', failure: FAILURE }, done: { kind: 'done', accepted: { seq: 1, position: 1, at: 1 } } } as const;
  return { id, conversationId: 'c', lane: COMMAND_LANES[type].lane, type, payload: {}, seenSeq: 0, createdAt: 0, state: states[kind] };
}

const ids = (entries: readonly OutboxEntry[]) => entries.map(({ id }) => id);

describe('the line of a conversation', () => {
  it('sends one message at a time, in order, past what is parked', () => {
    expect(nextToSend([entry('a', 'message.post'), entry('b', 'note.post')], 'messages')?.id).toBe('a');
    expect(nextToSend([entry('a', 'message.post', 'in-flight'), entry('b', 'note.post')], 'messages')).toBeNull();
    expect(nextToSend([entry('a', 'message.post', 'refused'), entry('b', 'message.post', 'held'), entry('c', 'note.post')], 'messages')?.id).toBe('c');
  });

  it('parks replies and the closing act behind a refused reply, and nothing else', () => {
    const refused = entry('a', 'message.post');
    const line = [refused, entry('b', 'message.post'), entry('c', 'note.post'), entry('d', 'episode.resolve'), entry('e', 'conversation.snooze')];
    expect(ids(toHold(line, refused))).toEqual(['b', 'd']);
    expect(toHold([entry('n', 'note.post'), entry('b', 'message.post')], entry('n', 'note.post'))).toEqual([]);
    expect(mustHold([entry('a', 'message.post', 'refused')], entry('f', 'message.post'))).toBe(true);
    expect(mustHold([entry('a', 'note.post', 'refused')], entry('f', 'message.post'))).toBe(false);
  });

  it('lets go only what no refused reply stands before', () => {
    const line = [entry('a', 'message.post', 'held'), entry('b', 'message.post', 'refused'), entry('c', 'message.post', 'held')];
    expect(ids(toRelease(line))).toEqual(['a']);
  });

  it('keeps a transfer behind replies on their way, but a take-over not', () => {
    const reply = entry('a', 'message.post', 'in-flight');
    expect(nextToSend([reply, entry('t', 'conversation.transfer')], 'actions')).toBeNull();
    expect(nextToSend([reply, entry('t', 'conversation.take-over')], 'actions')?.id).toBe('t');
    expect(nextToSend([entry('t', 'conversation.transfer'), reply], 'actions')?.id).toBe('t');
  });

  it('never lets an observation pass a message', () => {
    const read = entry('r', 'read.advance');
    expect(nextToSend([read, entry('a', 'message.post')], 'observations')).toBeNull();
    expect(nextToSend([read, entry('a', 'message.post', 'refused')], 'observations')?.id).toBe('r');
  });

  it('marks a suggestion sent with other words as edited', () => {
    const payload = { text: 'as suggested', attachments: [], suggestion: { setId: 's', suggestionId: 'i', edited: false } };
    expect(withText(payload, 'in my words')).toMatchObject({ text: 'in my words', suggestion: { edited: true } });
    expect(withText(payload, 'as suggested')).toMatchObject({ suggestion: { edited: false } });
    expect(withText(payload, null)).toBe(payload);
  });
});
