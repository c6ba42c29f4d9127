export type Tally = { readonly passed: number; readonly failed: number; readonly skipped: number };

export const nothing: Tally = { passed: 0, failed: 0, skipped: 0 };

export const oneFailed: Tally = { passed: 0, failed: 1, skipped: 0 };

export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (total, one) => ({ passed: total.passed + one.passed, failed: total.failed + one.failed, skipped: total.skipped + one.skipped }),
    nothing,
  );
}

/** The one line a run ends with. */
export function lineOf({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
}

/** What is read of vitest's JSON report. */
export type VitestReport = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly { readonly status: string }[] }[];
};

/** A file that fails without a failed test (it doesn't load, or its `beforeAll` threw) counts as one failed. */
export function tallyVitest(report: VitestReport): Tally {
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** What is read of Playwright's JSON report. */
export type PlaywrightReport = {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number; readonly skipped: number };
  readonly errors: readonly unknown[];
};

/** A flaky test is a bug; an error outside any test counts as one failed. */
export function tallyPlaywright({ stats, errors }: PlaywrightReport): Tally {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped };
}

type Played = { readonly schedules: number; readonly failing: readonly unknown[] };

type RealPart = { readonly kind: 'ran'; readonly played: Played } | { readonly kind: 'skipped' };

/** What is read of a chaos run's JSON report. */
export type ChaosReport = {
  readonly simulation: Played;
  /** Over real processes; a part is skipped where the machine has no PostgreSQL or Redis. */
  readonly real: { readonly single: RealPart; readonly shared: RealPart } | null;
  readonly planted: readonly { readonly breaks: string; readonly foundBy: readonly string[] }[] | null;
};

/** A schedule that keeps every promise passes, and so does a planted bug that its own rule has found. */
export function tallyChaos({ simulation, real, planted }: ChaosReport): Tally {
  const parts = real ? [real.single, real.shared] : [];
  const played = [simulation, ...parts.flatMap((part) => (part.kind === 'ran' ? part.played : []))];
  const bugs = planted ?? [];
  const killed = bugs.filter(({ breaks, foundBy }) => foundBy.includes(breaks)).length;
  const schedules = played.reduce((total, one) => total + one.schedules, 0);
  const failing = played.reduce((total, one) => total + one.failing.length, 0);
  return { passed: schedules - failing + killed, failed: failing + bugs.length - killed, skipped: parts.filter(({ kind }) => kind === 'skipped').length };
}

/** A runner that ends with an error and reports no failed test has failed all the same. */
export function withExit(tally: Tally, ok: boolean): Tally {
  return ok || tally.failed > 0 ? tally : { ...tally, failed: 1 };
}
