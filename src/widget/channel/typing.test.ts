import { describe, expect, it } from 'vitest';
import { createManualMachine } from './manual-machine.ts';
import { createOtherTyping, createOwnTyping } from './typing.ts';

describe('typing', () => {
  it('of ours is forgotten when nobody says that they stopped', () => {
    const { clock, advance } = createManualMachine();
    const other = createOtherTyping(clock);
    other.hear(true);
    expect(other.store.get()).toBe(true);
    advance(8_000);
    expect(other.store.get()).toBe(false);
  });

  it('of the customer is told at most once in three seconds, and its end once', () => {
    const { clock, advance } = createManualMachine();
    const told: boolean[] = [];
    const own = createOwnTyping(clock, (typing) => void told.push(typing));
    own.write();
    own.write();
    advance(3_000);
    own.write();
    advance(5_000);
    own.stop();
    expect(told).toEqual([true, true, false]);
  });
});
