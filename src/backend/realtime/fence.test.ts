import { describe, expect, it } from 'vitest';
import { outranks } from './fence.ts';

const standing = (change: Partial<Parameters<typeof outranks>[0]>) => ({ accountId: 'a', deviceId: 'one', epoch: 1, at: 100, nodeId: 'north', ...change });

describe('of two connections of an agent', () => {
  it('the later epoch of a device stays, however late the older arrives', () => {
    expect(outranks(standing({ epoch: 2, at: 50 }), standing({ epoch: 1, at: 100 }))).toBe(true);
  });

  it('the later arrival stays when they are of two devices', () => {
    expect(outranks(standing({ deviceId: 'two', epoch: 1, at: 101 }), standing({ epoch: 9, at: 100 }))).toBe(true);
  });

  it('exactly one stays, whatever their clocks say', () => {
    const [north, south] = [standing({}), standing({ deviceId: 'two', nodeId: 'south' })];
    expect(outranks(north, south)).not.toBe(outranks(south, north));
  });
});
