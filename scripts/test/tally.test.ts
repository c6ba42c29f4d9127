import { describe, expect, it } from 'vitest';
import { lineOf, sum, tallyChaos, tallyPlaywright, tallyVitest, withExit } from './tally.ts';

const vitest = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 1, numTodoTests: 1 };

describe('the tally of a run', () => {
  it('sums and speaks in one line', () => {
    expect(lineOf(sum([{ passed: 2, failed: 0, skipped: 1 }, { passed: 3, failed: 1, skipped: 0 }]))).toBe('5 passed, 1 failed, 1 skipped');
    expect(lineOf(sum([]))).toBe('0 passed, 0 failed');
  });

  it('counts a file that never ran as failed', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
    ];
    expect(tallyVitest({ ...vitest, testResults })).toEqual({ passed: 3, failed: 2, skipped: 2 });
  });

  it('counts flaky tests and errors outside of tests as failed', () => {
    const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 2 };
    expect(tallyPlaywright({ stats, errors: ['config'] })).toEqual({ passed: 4, failed: 3, skipped: 2 });
  });

  it('counts a planted bug as failed that only another rule has found', () => {
    const planted = [{ breaks: 'lost', foundBy: ['lost'] }, { breaks: 'lost', foundBy: ['trouble'] }];
    expect(tallyChaos({ simulation: { schedules: 5, failing: ['one'] }, real: null, planted })).toEqual({ passed: 5, failed: 2, skipped: 0 });
    expect(tallyChaos({ simulation: { schedules: 5, failing: [] }, real: null, planted: null })).toEqual({ passed: 5, failed: 0, skipped: 0 });
  });

  it('counts schedules over real processes, and one skip for a part that the machine has no programs for', () => {
    const single = { kind: 'ran', played: { schedules: 20, failing: ['one'] } } as const;
    expect(tallyChaos({ simulation: { schedules: 5, failing: [] }, real: { single, shared: { kind: 'skipped' } }, planted: null })).toEqual({ passed: 24, failed: 1, skipped: 1 });
  });

  it('never calls a run that ended with an error a good one', () => {
    expect(withExit({ passed: 4, failed: 0, skipped: 0 }, false).failed).toBe(1);
    expect(withExit({ passed: 4, failed: 2, skipped: 0 }, false).failed).toBe(2);
    expect(withExit({ passed: 4, failed: 0, skipped: 0 }, true).failed).toBe(0);
  });
});
