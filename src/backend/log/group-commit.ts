import type { Accepted } from '../../shared/contracts/commands.ts';
import type { Failure } from '../../shared/contracts/errors.ts';
import { err, type Result } from '../../shared/lib/result.ts';
import type { SqliteDatabase, Writer } from '../db/database.ts';
import { planAppend, planEarlierAnswer, type Outcome } from './append-plan.ts';
import type { AppendDependencies } from './append-dependencies.ts';
import type { Append, AppendRequest } from './append-request.ts';
import type { AppendTools } from './append-tools.ts';
import { failureOf } from './commit-failure.ts';
import { createCommitPace } from './commit-pace.ts';
import { type CommittedHeads, stageHeads } from './head-cache.ts';

/** The most appends that share one commit. */
const GROUP = 64;

type Waiting = { readonly request: AppendRequest; readonly answer: (result: Result<Accepted, Failure>) => void };

type GroupDependencies = Omit<AppendDependencies, 'database'> & {
  readonly database: SqliteDatabase;
  readonly tools: Omit<AppendTools, 'heads'>;
  readonly heads: CommittedHeads;
};

type Grouped = { readonly writer: Writer; readonly group: readonly Waiting[] };

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

/** Runs the group in one transaction, each append as `runOne` does it; what it returns is committed. */
function commitWith(deps: GroupDependencies, { writer, group }: Grouped, runOne: (tools: AppendTools, request: AppendRequest) => Outcome): readonly Outcome[] {
  const heads = stageHeads(deps.heads);
  writer.begin();
  try {
    const tools = { ...deps.tools, heads };
    const outcomes = group.map(({ request }) => runOne(tools, request));
    writer.commit();
    heads.settle();
    return outcomes;
  } catch (error) {
    writer.rollback();
    throw error;
  }
}

/** Thrown out of the group by one of its appends, before anything was committed. */
class Spoiled extends Error {}

/** Without savepoints, which cost a quarter of an append. */
function runOpenly(writer: Writer, tools: AppendTools, request: AppendRequest): Outcome {
  try {
    return writer.run(planAppend(tools, request));
  } catch (cause) {
    throw new Spoiled('an append threw', { cause });
  }
}

/**
 * An append refuses before it writes, so hardly any throws. When one does, the group is taken back and run again in savepoints,
 * which keep what is whole apart from what isn't; `decide` allows for being run twice. A commit that fails is not tried again here.
 */
function commitGroup(deps: GroupDependencies, grouped: Grouped): readonly Outcome[] {
  const { writer } = grouped;
  try {
    return commitWith(deps, grouped, (tools, request) => runOpenly(writer, tools, request));
  } catch (error) {
    if (!(error instanceof Spoiled)) throw error;
    return commitWith(deps, grouped, (tools, request) => attempt(deps, writer, { tools, request }));
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

/** What is in the log already isn't refused because the group that its repeat came with failed: "no" must mean no. */
function answerAfterFailure(deps: GroupDependencies, writer: Writer, { request, failure }: { readonly request: AppendRequest; readonly failure: Failure }): Result<Accepted, Failure> {
  try {
    return writer.run(planEarlierAnswer(deps.tools, request))?.answer ?? err(failure);
  } catch (error) {
    deps.logger.error({ err: error, conversationId: request.conversationId }, 'an earlier answer could not be looked up');
    return err({ code: 'UNAVAILABLE' });
  }
}

function refuseAll(deps: GroupDependencies, { writer, group }: Grouped, error: unknown): void {
  deps.logger.error({ err: error, appends: group.length }, 'a commit failed');
  const failure = failureOf(error) ?? { code: 'UNAVAILABLE' };
  for (const { request, answer } of group) {
    deps.heads.forget(request.conversationId);
    answer(answerAfterFailure(deps, writer, { request, failure }));
  }
}

/**
 * Appends that come together share one transaction and one flush to the disk. Answers follow the commit; when it fails,
 * all of the group that is not in the log yet is refused and may be tried again.
 */
export function createGroupCommit(deps: GroupDependencies): Append {
  let waiting: Waiting[] = [];

  const flush = (writer: Writer): void => {
    const group = waiting.slice(0, GROUP);
    waiting = waiting.slice(GROUP);
    try {
      announce(deps, group, commitGroup(deps, { writer, group }));
    } catch (error) {
      refuseAll(deps, { writer, group }, error);
    }
    pace.wrote(group.length);
  };

  const pace = createCommitPace({ timers: deps.timers, full: GROUP, waiting: () => waiting.length, begin: () => void deps.database.exclusively(flush) });

  return (request) =>
    new Promise((answer) => {
      waiting.push({ request, answer });
      pace.look();
    });
}
