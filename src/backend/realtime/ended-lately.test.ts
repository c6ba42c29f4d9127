import { describe, expect, it } from 'vitest';
import { createEndedLately } from './ended-lately.ts';

describe('sign-ins that ended lately', () => {
  it('are known for as long as a handshake from before may come through, and not for ever', () => {
    const ended = createEndedLately();
    ended.add('one');
    for (let beat = 0; beat < 9; beat += 1) ended.sweep();
    expect([ended.has('one'), ended.has('another')]).toEqual([true, false]);
    ended.sweep();
    expect(ended.has('one')).toBe(false);
  });
});
