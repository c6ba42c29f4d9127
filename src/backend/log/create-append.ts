import type { Instant } from '../../shared/contracts/basics.ts';
import type { Clock, NewId, Timers } from '../clock.ts';
import type { Database } from '../db/database.ts';
import { createDueWrites } from '../due/due-statements.ts';
import type { Logger } from '../logger.ts';
import type { Append } from './append-request.ts';
import type { Consequence, HeadCache } from './append-tools.ts';
import { createGroupCommit } from './group-commit.ts';
import { createHeadCache } from './head-cache.ts';
import { createLogStatements } from './log-statements.ts';
import { createProjections } from './projections.ts';
import { createSingleCommit } from './single-commit.ts';
import type { Commit } from './stored-conversation.ts';

/** Told after the commit and the answers: what is new, and when the next promise falls due. */
export type CommitListener = {
  readonly committed: (commits: readonly Commit[]) => void;
  readonly promised: (runAt: Instant) => void;
};

export type AppendDependencies = {
  readonly database: Database;
  readonly consequences: readonly Consequence[];
  readonly listener: CommitListener;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly newId: NewId;
  readonly logger: Logger;
};

const NO_CACHE: HeadCache = { get: () => undefined, set: () => undefined };

/**
 * The one door into the log. Answers after the commit; refusals write nothing. Failures: those of `decide`, NOT_FOUND, STALE
 * (details.events), IDEMPOTENCY_MISMATCH, UNAVAILABLE and STORAGE_FULL (may be tried again unchanged), INTERNAL (a bug).
 */
export function createAppend(deps: AppendDependencies): Append {
  const { database, consequences, clock, newId } = deps;
  const tools = { statements: createLogStatements(database), due: createDueWrites(database), projections: createProjections(database), shops: new Map(), consequences, clock, newId };
  if (database.kind === 'sqlite') return createGroupCommit({ ...deps, database, tools, heads: createHeadCache() });
  return createSingleCommit({ ...deps, database, tools: { ...tools, heads: NO_CACHE } });
}

