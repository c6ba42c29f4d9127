import { expect, it } from 'vitest';
import type { OutboxEntry } from '../../../src/shared/contracts/bridge/outbox.ts';
import { fateInOutbox } from './fate-in-outbox.ts';

const entry = (id: string, state: OutboxEntry['state'], type = 'message.post'): OutboxEntry => ({ id, type, conversationId: 'c', lane: 'messages', seenSeq: 1, payload: {}, createdAt: 1, state });
const refused = { kind: 'refused', failure: { code: 'STALE' } } as const;
const held = { kind: 'held' } as const;

it('takes what is held for refused behind a refused reply, and for lost behind nothing', () => {
  expect(fateInOutbox([entry('a', refused), entry('b', held)], 'b')).toBe('refused');
  expect(fateInOutbox([entry('b', held), entry('a', refused)], 'b')).toBe('waiting');
  expect(fateInOutbox([entry('n', refused, 'note.post'), entry('b', held)], 'b')).toBe('waiting');
  expect(fateInOutbox([entry('b', held)], 'b')).toBe('waiting');
  expect(fateInOutbox([], 'b')).toBe('done');
});
