import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** What came of a run; `failures` names each that failed, and says in one line why. */
export type Tally = { readonly passed: number; readonly failures: readonly string[]; readonly skipped: number };

export const nothing: Tally = { passed: 0, failures: [], skipped: 0 };

export const oneFailed = (what: string): Tally => ({ ...nothing, failures: [what] });

export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (total, one) => ({ passed: total.passed + one.passed, failures: [...total.failures, ...one.failures], skipped: total.skipped + one.skipped }),
    nothing,
  );
}

/** What a run ends with: its failures again, since they are far up by then, and one line of numbers. */
export function linesOf({ passed, failures, skipped }: Tally): string[] {
  return [...failures.map((failure) => `FAILED ${failure}`), `${passed} passed, ${failures.length} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`];
}

/** The start of what a tool says of a failure, without its colours. */
const firstLine = (text = 'no word of why'): string => (stripVTControlCharacters(text).trim().split('\n')[0] ?? '').slice(0, 300);

/** What is read of vitest's JSON report. */
export type VitestReport = {
  readonly numPassedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly VitestFile[];
};

type VitestFile = { readonly name: string; readonly status: string; readonly message: string; readonly assertionResults: readonly VitestTest[] };
type VitestTest = { readonly fullName: string; readonly status: string; readonly failureMessages: readonly string[] };

/** A file that fails without a failed test (it doesn't load, or its `beforeAll` threw) counts as one failed. */
function failuresOfFile({ name, status, message, assertionResults }: VitestFile): string[] {
  const file = path.basename(name);
  const failed = assertionResults.filter((test) => test.status === 'failed');
  if (status === 'failed' && failed.length === 0) return [`${file}: ${firstLine(message)}`];
  return failed.map(({ fullName, failureMessages }) => `${file} › ${fullName}: ${firstLine(failureMessages[0])}`);
}

export const tallyVitest = ({ numPassedTests, numPendingTests, numTodoTests, testResults }: VitestReport): Tally => ({
  passed: numPassedTests,
  failures: testResults.flatMap(failuresOfFile),
  skipped: numPendingTests + numTodoTests,
});

/** What is read of Playwright's JSON report. */
export type PlaywrightReport = PlaywrightSuite & {
  readonly stats: { readonly expected: number; readonly skipped: number };
  readonly errors: readonly { readonly message?: string }[];
};

type PlaywrightSuite = { readonly suites?: readonly PlaywrightSuite[]; readonly specs?: readonly PlaywrightSpec[] };
type PlaywrightSpec = { readonly file: string; readonly title: string; readonly tests: readonly PlaywrightTest[] };
type PlaywrightTest = { readonly status: string; readonly results: readonly { readonly error?: { readonly message?: string } }[] };

const specsOf = ({ specs = [], suites = [] }: PlaywrightSuite): PlaywrightSpec[] => [...specs, ...suites.flatMap(specsOf)];

/** A flaky test is a bug. */
function failuresOfSpec({ file, title, tests }: PlaywrightSpec): string[] {
  const failed = tests.filter(({ status }) => status === 'unexpected' || status === 'flaky');
  return failed.map(({ results }) => `${file} › ${title}: ${firstLine(results.find(({ error }) => error)?.error?.message)}`);
}

/** An error outside any test counts as one failed. */
export const tallyPlaywright = (report: PlaywrightReport): Tally => ({
  passed: report.stats.expected,
  failures: [...specsOf(report).flatMap(failuresOfSpec), ...report.errors.map(({ message }) => firstLine(message))],
  skipped: report.stats.skipped,
});

type Played = { readonly schedules: number; readonly failing: readonly FailingSchedule[] };
type FailingSchedule = { readonly seed: string; readonly violations: readonly { readonly rule: string; readonly what: string }[] };

type Verdict = { readonly name: string; readonly breaks: string; readonly foundBy: readonly string[]; readonly problem: string | null };

type RealPart = { readonly kind: 'ran'; readonly played: Played } | { readonly kind: 'skipped' };

/** What is read of a chaos run's JSON report. */
export type ChaosReport = {
  readonly simulation: Played;
  /** Over real processes; a part is skipped where the machine has no PostgreSQL or Redis. */
  readonly real: { readonly single: RealPart; readonly shared: RealPart } | null;
  readonly planted: readonly Verdict[] | null;
};

const failureOfSchedule = ({ seed, violations }: FailingSchedule): string => `schedule ${seed}: ${violations[0]?.rule}: ${firstLine(violations[0]?.what)}`;

const failureOfBug = ({ name, breaks, foundBy, problem }: Verdict): string =>
  `planted bug ${name}: ${problem === null ? `wants ${breaks}, found as ${foundBy.join(', ') || 'nothing'}` : firstLine(problem)}`;

/** A schedule that keeps every promise passes, and so does a planted bug that its own rule has found. */
export function tallyChaos({ simulation, real, planted }: ChaosReport): Tally {
  const parts = real ? [real.single, real.shared] : [];
  const played = [simulation, ...parts.flatMap((part) => (part.kind === 'ran' ? part.played : []))];
  const bugs = planted ?? [];
  const survivors = bugs.filter(({ breaks, foundBy }) => !foundBy.includes(breaks));
  const failing = played.flatMap((one) => one.failing);
  const schedules = played.reduce((total, one) => total + one.schedules, 0);
  return {
    passed: schedules - failing.length + bugs.length - survivors.length,
    failures: [...failing.map(failureOfSchedule), ...survivors.map(failureOfBug)],
    skipped: parts.filter(({ kind }) => kind === 'skipped').length,
  };
}

/** A runner that ends with an error and reports no failed test has failed all the same. */
export function withExit(runner: string, tally: Tally, ok: boolean): Tally {
  return ok || tally.failures.length > 0 ? tally : { ...tally, failures: [`${runner}: ended with an error, and named no test`] };
}
