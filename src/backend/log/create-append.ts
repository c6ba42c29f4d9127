import { createDueWrites } from '../due/due-statements.ts';
import type { AppendDependencies } from './append-dependencies.ts';
import type { Append } from './append-request.ts';
import type { HeadCache } from './append-tools.ts';
import { createGroupCommit } from './group-commit.ts';
import { createHeadCache } from './head-cache.ts';
import { createLogStatements } from './log-statements.ts';
import { createProjections } from './projections.ts';
import { createSingleCommit } from './single-commit.ts';

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

