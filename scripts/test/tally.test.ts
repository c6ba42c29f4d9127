import { describe, expect, it } from 'vitest';
import { linesOf, nothing, sum, tallyChaos, tallyPlaywright, tallyVitest, withExit } from './tally.ts';

const vitest = { numPassedTests: 3, numPendingTests: 1, numTodoTests: 1 };

const failing = (seed: string) => ({ seed, violations: [{ rule: 'lost', what: 'a message' }] });

describe('the tally of a run', () => {
  it('sums, names what failed and ends with one line of numbers', () => {
    const total = sum([{ passed: 2, failures: [], skipped: 1 }, { passed: 3, failures: ['check'], skipped: 0 }]);
    expect(linesOf(total)).toEqual(['FAILED check', '5 passed, 1 failed, 1 skipped']);
    expect(linesOf(sum([]))).toEqual(['0 passed, 0 failed']);
  });

  it('counts a file that never ran as failed', () => {
    const testResults = [
      { name: '/here/a.test.ts', status: 'failed', message: 'it does not load\nat all', assertionResults: [] },
      { name: '/here/b.test.ts', status: 'failed', message: '', assertionResults: [{ fullName: 'b is b', status: 'failed', failureMessages: ['\u001B[31mno\u001B[39m\nit is c'] }] },
      { name: '/here/c.test.ts', status: 'passed', message: '', assertionResults: [{ fullName: 'c is c', status: 'passed', failureMessages: [] }] },
    ];
    expect(tallyVitest({ ...vitest, testResults })).toEqual({ passed: 3, failures: ['a.test.ts: it does not load', 'b.test.ts › b is b: no'], skipped: 2 });
  });

  it('counts flaky tests and errors outside of tests as failed', () => {
    const spec = (title: string, status: string) => ({ file: 'a.spec.ts', title, tests: [{ status, results: [{ error: { message: `${title} failed` } }, {}] }] });
    const suites = [{ specs: [spec('one', 'unexpected')], suites: [{ specs: [spec('two', 'flaky'), spec('three', 'expected')] }] }];
    const failures = ['a.spec.ts › one: one failed', 'a.spec.ts › two: two failed', 'config'];
    expect(tallyPlaywright({ stats: { expected: 4, skipped: 2 }, errors: [{ message: 'config' }], suites })).toEqual({ passed: 4, failures, skipped: 2 });
  });

  it('counts a planted bug as failed that only another rule has found', () => {
    const bug = { name: 'a', breaks: 'lost', foundBy: ['lost'], problem: null };
    const planted = [bug, { ...bug, name: 'b', foundBy: ['trouble'] }, { ...bug, name: 'c', foundBy: [], problem: 'it does not apply' }];
    const failures = ['schedule s-1: lost: a message', 'planted bug b: wants lost, found as trouble', 'planted bug c: it does not apply'];
    expect(tallyChaos({ simulation: { schedules: 5, failing: [failing('s-1')] }, real: null, planted })).toEqual({ passed: 5, failures, skipped: 0 });
    expect(tallyChaos({ simulation: { schedules: 5, failing: [] }, real: null, planted: null })).toEqual({ passed: 5, failures: [], skipped: 0 });
  });

  it('counts schedules over real processes, and one skip for a part that the machine has no programs for', () => {
    const single = { kind: 'ran', played: { schedules: 20, failing: [failing('r-1')] } } as const;
    expect(tallyChaos({ simulation: { schedules: 5, failing: [] }, real: { single, shared: { kind: 'skipped' } }, planted: null })).toEqual({ passed: 24, failures: ['schedule r-1: lost: a message'], skipped: 1 });
  });

  it('never calls a run that ended with an error a good one', () => {
    expect(withExit('vitest', { ...nothing, passed: 4 }, false).failures).toHaveLength(1);
    expect(withExit('vitest', { ...nothing, failures: ['a', 'b'] }, false).failures).toEqual(['a', 'b']);
    expect(withExit('vitest', { ...nothing, passed: 4 }, true).failures).toEqual([]);
  });
});
