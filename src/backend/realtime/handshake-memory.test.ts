import { describe, expect, it } from 'vitest';
import { createHandshakeMemory } from './handshake-memory.ts';

describe('what happened during a handshake', () => {
  it('is known for as long as a handshake from before may come through, and not for ever', () => {
    const memory = createHandshakeMemory<number>();
    memory.remember('one', 7);
    for (let beat = 0; beat < 9; beat += 1) memory.sweep();
    expect([memory.recall('one'), memory.recall('another')]).toEqual([7, undefined]);
    memory.sweep();
    expect(memory.recall('one')).toBeUndefined();
  });

  it('is what was said of it last, for as long again', () => {
    const memory = createHandshakeMemory<number>();
    memory.remember('one', 7);
    memory.sweep();
    memory.remember('one', 8);
    for (let beat = 0; beat < 9; beat += 1) memory.sweep();
    expect(memory.recall('one')).toBe(8);
  });
});
