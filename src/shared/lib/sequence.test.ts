import { expect, it } from 'vitest';
import { judgeSequence } from './sequence.ts';

it.each([
  { applied: 0, seq: 1, verdict: 'next' },
  { applied: 0, seq: 2, verdict: 'gap' },
  { applied: 5, seq: 5, verdict: 'duplicate' },
  { applied: 5, seq: 1, verdict: 'duplicate' },
  { applied: 5, seq: 6, verdict: 'next' },
  { applied: 5, seq: 7, verdict: 'gap' },
])('holding 1..$applied, $seq is: $verdict', ({ applied, seq, verdict }) => {
  expect(judgeSequence(applied, seq)).toBe(verdict);
});
