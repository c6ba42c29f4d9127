import { err } from '../../shared/lib/result.ts';
import type { PostgresDatabase } from '../db/database.ts';
import { planAppend, type Outcome } from './append-plan.ts';
import type { AppendDependencies } from './append-dependencies.ts';
import type { Append, AppendRequest } from './append-request.ts';
import type { AppendTools } from './append-tools.ts';
import { failureOf } from './commit-failure.ts';

type SingleDependencies = Omit<AppendDependencies, 'database'> & { readonly database: PostgresDatabase; readonly tools: AppendTools };

async function attempt(deps: SingleDependencies, request: AppendRequest): Promise<Outcome> {
  try {
    return await deps.database.transact(planAppend(deps.tools, request));
  } catch (error) {
    const failure = failureOf(error);
    if (!failure) deps.logger.error({ err: error, conversationId: request.conversationId }, 'an append threw');
    return { answer: err(failure ?? { code: 'INTERNAL' }) };
  }
}

/** One transaction an append: groups of several nodes would lock each other's conversations in different orders. */
export function createSingleCommit(deps: SingleDependencies): Append {
  return async (request) => {
    const { answer, commit, nextDue } = await attempt(deps, request);
    // The answer is on its way before anybody hears of it: a promise resolves in the turn it is returned in.
    deps.timers.soon(() => {
      if (commit) deps.listener.committed([commit]);
      if (nextDue !== undefined) deps.listener.promised(nextDue);
    });
    return answer;
  };
}
