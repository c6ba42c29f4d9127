import { describe, expect, it } from 'vitest';
import { createGate } from './gate.ts';

describe('a gate', () => {
  it('lets in as many as there is room for, the others in their order, whatever became of those before', async () => {
    const gate = createGate(2);
    const begun: number[] = [];
    const works = [0, 1, 2, 3].map(() => Promise.withResolvers<void>());
    const ended = works.map(({ promise }, index) =>
      gate(() => {
        begun.push(index);
        return promise;
      }).catch(() => 'failed'),
    );
    expect(begun).toEqual([0, 1]);
    works[1]?.reject(new Error('broken'));
    expect(await ended[1]).toBe('failed');
    expect(begun).toEqual([0, 1, 2]);
    for (const { resolve } of works) resolve();
    await Promise.all(ended);
    expect(begun).toEqual([0, 1, 2, 3]);
  });
});
