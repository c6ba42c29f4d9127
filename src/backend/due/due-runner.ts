import type { Logger } from '../logger.ts';
import type { Clock, Stop, Timers } from '../clock.ts';
import type { Database } from '../db/database.ts';
import { claimDue, finishDue, nextDueAt, retryDue } from './due-repository.ts';
import type { DueHandler, DueJob } from './due-job.ts';

export type DueRunnerDependencies = {
  readonly database: Database;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly logger: Logger;
  readonly nodeId: string;
};

/** Keeps promises: `expect` says that one was made for an instant. */
export type DueRunner = { readonly start: () => void; readonly expect: (runAt: number) => void; readonly stop: () => Promise<void> };

/** The longest time without a look: for what other nodes have promised and not kept, and for a clock that was put back meanwhile. */
const LOOK_MS = 30_000;

function createJobRunner(deps: DueRunnerDependencies, handlers: readonly DueHandler[]): (job: DueJob) => Promise<void> {
  const byKind = new Map(handlers.map((handler) => [handler.kind, handler]));
  return async (job) => {
    try {
      const handler = byKind.get(job.kind);
      if (!handler) throw new Error(`nobody runs jobs of kind ${job.kind}`);
      await handler.run(job);
      await finishDue(deps.database, job);
    } catch (error) {
      deps.logger.error({ err: error, kind: job.kind, attempts: job.attempts }, 'a due job failed and will come again');
      await retryDue(deps.database, job, deps.clock());
    }
  };
}

/** Runs due jobs with one timer set to the next of them; the table, not the timer, is the promise. */
export function createDueRunner(deps: DueRunnerDependencies, handlers: readonly DueHandler[]): DueRunner {
  const runJob = createJobRunner(deps, handlers);
  const claimant = { nodeId: deps.nodeId, within: new Map(handlers.flatMap(({ kind, within }) => (within === undefined ? [] : [[kind, within] as const]))) };
  let timer: { readonly at: number; readonly stop: Stop } | null = null;
  let running: Promise<void> = Promise.resolve();
  let isStopped = false;

  const round = async (): Promise<void> => {
    for (const job of await claimDue(deps.database, claimant, deps.clock())) {
      if (isStopped) return;
      await runJob(job);
    }
    expect((await nextDueAt(deps.database)) ?? Number.POSITIVE_INFINITY);
  };

  const run = (): void => {
    timer = null;
    running = running.then(() => (isStopped ? undefined : round())).catch((error: unknown) => {
      deps.logger.error({ err: error }, 'due jobs could not be read');
      expect(Number.POSITIVE_INFINITY);
    });
  };

  const expect = (runAt: number): void => {
    const now = deps.clock();
    const at = Math.min(runAt, now + LOOK_MS);
    if (isStopped || (timer && timer.at <= at)) return;
    timer?.stop();
    timer = { at, stop: deps.timers.after(Math.max(0, at - now), run) };
  };

  return {
    start: () => expect(deps.clock()),
    expect,
    stop: async () => {
      isStopped = true;
      timer?.stop();
      await running;
    },
  };
}
