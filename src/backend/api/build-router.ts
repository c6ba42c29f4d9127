import { implement, ORPCError } from '@orpc/server';
import { apiContract } from '../../shared/contracts/api/contract.ts';
import { ERRORS, type Failure } from '../../shared/contracts/errors.ts';
import type { Result } from '../../shared/lib/result.ts';
import type { Policy } from '../policy/policy.ts';
import type { ApiCall, ApiHandlers, ApiPath } from './api-handlers.ts';

/** A failure on its way out; `data` carries it to where the answer is written. */
export const toApiError = (failure: Failure): ORPCError<string, Failure> => new ORPCError(failure.code, { status: ERRORS[failure.code].status, data: failure });

type Run = <I, O>(handler: (input: I, call: ApiCall) => Promise<Result<O, Failure>>) => (options: { input: I; context: ApiCall }) => Promise<O>;

const run: Run = (handler) => async ({ input, context }) => {
  const result = await handler(input, context);
  if (!result.ok) throw toApiError(result.error);
  return result.value;
};

/** The contract with its implementation: the policy is asked before anything else, the input checked next. */
export function buildRouter(handlers: ApiHandlers, policy: Policy) {
  const os = implement(apiContract)
    .$context<ApiCall>()
    .use(({ context, path, next }) => {
      const role = context.principal?.role ?? null;
      if (!policy.mayCall(role, path.join('.') as ApiPath)) throw toApiError({ code: role === null ? 'UNAUTHENTICATED' : 'FORBIDDEN' });
      return next();
    });
  const { meta, auth, visitor, conversations, customers, actions, knowledge, people, events } = handlers;
  return os.router({
    meta: { handshake: os.meta.handshake.handler(run(meta.handshake)) },
    auth: { signIn: os.auth.signIn.handler(run(auth.signIn)), refresh: os.auth.refresh.handler(run(auth.refresh)), signOut: os.auth.signOut.handler(run(auth.signOut)) },
    visitor: { start: os.visitor.start.handler(run(visitor.start)) },
    conversations: {
      get: os.conversations.get.handler(run(conversations.get)),
      page: os.conversations.page.handler(run(conversations.page)),
      search: os.conversations.search.handler(run(conversations.search)),
    },
    customers: { get: os.customers.get.handler(run(customers.get)) },
    actions: { list: os.actions.list.handler(run(actions.list)), preview: os.actions.preview.handler(run(actions.preview)) },
    knowledge: {
      search: os.knowledge.search.handler(run(knowledge.search)),
      get: os.knowledge.get.handler(run(knowledge.get)),
      macros: os.knowledge.macros.handler(run(knowledge.macros)),
    },
    people: { list: os.people.list.handler(run(people.list)) },
    events: { list: os.events.list.handler(run(events.list)) },
  });
}
export type ApiRouter = ReturnType<typeof buildRouter>;
