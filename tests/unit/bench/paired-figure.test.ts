import { expect, it } from 'vitest';
import { judgePairs, type Triple } from '../../bench/flow/paired-figure.ts';

const JUDGING = { name: 'a thing', unit: 'us', budget: 2, names: { ours: 'ours', bare: 'bare' } };
const EASY = { cpuMillis: 9, delayP99: 0.1, delayMost: 2 };
const verdictOf = (controls: readonly number[]): string => judgePairs(JUDGING, controls.map((control): Triple => ({ ours: 150, bare: 100, bareAgain: 100 * control, load: { ours: EASY, bare: EASY } }))).verdict;

it('judges where two equal things come out equal', () => {
  expect(verdictOf([0.97, 0.98, 0.99, 1, 1.01, 1.02, 1.03])).toBe('met');
});

it('says nothing where they differ, however little', () => {
  expect(verdictOf([1.02, 1.02, 1.03, 1.03, 1.04, 1.04, 1.05])).toBe('void');
});

it('says nothing where they waver so much that no difference would show', () => {
  expect(verdictOf([0.8, 0.9, 0.95, 1, 1.05, 1.1, 1.12])).toBe('void');
  expect(verdictOf([0.9, 0.92, 0.95, 1, 1.05, 1.1, 1.2])).toBe('void');
});
