import type { Accepted } from '../../shared/contracts/commands.ts';
import type { Failure } from '../../shared/contracts/errors.ts';
import { err, type Result } from '../../shared/lib/result.ts';
import type { SqliteDatabase, Writer } from '../db/database.ts';
import { planAppend, type Outcome } from './append-plan.ts';
import type { AppendDependencies } from './append-dependencies.ts';
import type { Append, AppendRequest } from './append-request.ts';
import type { AppendTools } from './append-tools.ts';
import { failureOf } from './commit-failure.ts';
import { type CommittedHeads, stageHeads } from './head-cache.ts';

/** The most appends that share one commit. */
const GROUP = 64;

type Waiting = { readonly request: AppendRequest; readonly answer: (result: Result<Accepted, Failure>) => void };

type GroupDependencies = Omit<AppendDependencies, 'database'> & {
  readonly database: SqliteDatabase;
  readonly tools: Omit<AppendTools, 'heads'>;
  readonly heads: CommittedHeads;
};

function attempt(deps: GroupDependencies, writer: Writer, { tools, request }: { tools: AppendTools; request: AppendRequest }): Outcome {
  try {
    return writer.inSavepoint(planAppend(tools, request));
  } catch (error) {
    const failure = failureOf(error);
    // A disk that is full, or a file that fails, is everybody's: the whole group is refused.
    if (failure && failure.code !== 'IDEMPOTENCY_MISMATCH') throw error;
    if (!failure) deps.logger.error({ err: error, conversationId: request.conversationId }, 'an append threw');
    return { answer: err(failure ?? { code: 'INTERNAL' }) };
  }
}

/** Runs the group in one transaction; what it returns is committed. */
function commitGroup(deps: GroupDependencies, writer: Writer, group: readonly Waiting[]): readonly Outcome[] {
  const heads = stageHeads(deps.heads);
  writer.begin();
  try {
    const outcomes = group.map(({ request }) => attempt(deps, writer, { tools: { ...deps.tools, heads }, request }));
    writer.commit();
    heads.settle();
    return outcomes;
  } catch (error) {
    writer.rollback();
    throw error;
  }
}

function announce(deps: GroupDependencies, group: readonly Waiting[], outcomes: readonly Outcome[]): void {
  group.forEach(({ answer }, index) => {
    const outcome = outcomes[index];
    if (outcome) answer(outcome.answer);
  });
  const commits = outcomes.flatMap((outcome) => outcome.commit ?? []);
  if (commits.length > 0) deps.listener.committed(commits);
  for (const { nextDue } of outcomes) if (nextDue !== undefined) deps.listener.promised(nextDue);
}

function refuseAll(deps: GroupDependencies, group: readonly Waiting[], error: unknown): void {
  deps.logger.error({ err: error, appends: group.length }, 'a commit failed');
  for (const { request, answer } of group) {
    deps.heads.forget(request.conversationId);
    answer(err(failureOf(error) ?? { code: 'UNAVAILABLE' }));
  }
}

/**
 * Appends that come in the same turn of the event loop share one transaction and one flush to the disk, each in a savepoint of
 * its own. Answers follow the commit; when it fails, all of the group are refused and may be tried again.
 */
export function createGroupCommit(deps: GroupDependencies): Append {
  let waiting: Waiting[] = [];
  let isPlanned = false;

  const plan = (): void => {
    if (isPlanned) return;
    isPlanned = true;
    deps.timers.soon(() => void flush());
  };

  const flush = async (): Promise<void> => {
    await deps.database.exclusively((writer) => {
      isPlanned = false;
      const group = waiting.slice(0, GROUP);
      waiting = waiting.slice(GROUP);
      if (waiting.length > 0) plan();
      try {
        announce(deps, group, commitGroup(deps, writer, group));
      } catch (error) {
        refuseAll(deps, group, error);
      }
    });
  };

  return (request) =>
    new Promise((answer) => {
      waiting.push({ request, answer });
      plan();
    });
}
