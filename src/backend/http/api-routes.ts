import rateLimit from '@fastify/rate-limit';
import { OpenAPIHandler } from '@orpc/openapi/fastify';
import { ORPCError } from '@orpc/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { errorCodes, type Failure } from '../../shared/contracts/errors.ts';
import { failureSchema } from '../../shared/contracts/errors.ts';
import type { ApiCall, ApiPath } from '../api/api-handlers.ts';
import { toApiError, type ApiRouter } from '../api/build-router.ts';
import type { Logger } from '../logger.ts';
import type { SignIn } from '../modules/accounts/sign-in.ts';
import { thrownFailureOf } from '../thrown-failure.ts';
import { bearerOf } from './bearer.ts';
import { sendFailure } from './send-failure.ts';

export type ApiRoutesDependencies = { readonly router: ApiRouter; readonly signIn: SignIn; readonly logger: Logger };

/** How often a minute each address may try what needs no token. */
const KNOCKS_A_MINUTE: { readonly [P in ApiPath]?: number } = { 'auth.signIn': 10, 'auth.refresh': 60, 'visitor.start': 120 };

/** A call as it comes over HTTP. */
type HttpCall = ApiCall & { readonly request: FastifyRequest };

type CountKnock = (call: HttpCall, path: readonly string[]) => Promise<void>;

/** What the framework refuses by itself, in the catalogue's words. */
function failureOf(error: ORPCError<string, unknown>): Failure {
  const carried = failureSchema.safeParse(error.data);
  if (carried.success) return carried.data;
  if (error.code === 'BAD_REQUEST') return { code: 'BAD_INPUT' };
  const known = errorCodes.find((code) => code === error.code);
  return { code: known ?? (error.status === 404 ? 'NOT_FOUND' : 'INTERNAL') };
}

/** A bad token is refused even where none is needed: its holder should know. */
async function callOf(request: FastifyRequest, signIn: SignIn): Promise<HttpCall> {
  const token = bearerOf(request);
  if (token === null) return { principal: null, address: request.ip, request };
  const principal = await signIn.authenticate(token);
  if (!principal.ok) throw toApiError(principal.error);
  return { principal: principal.value, address: request.ip, request };
}

/**
 * Counts by the procedure that was found, never by the address that was asked: the router takes many spellings for one (a slash at
 * the end, a backslash, `/./`), and what is counted by one of them is open by the others.
 */
async function createKnockCounter(app: FastifyInstance): Promise<CountKnock> {
  await app.register(rateLimit, { global: false });
  const doors = new Map(Object.entries(KNOCKS_A_MINUTE).map(([path, max]) => [path, app.createRateLimit({ max, timeWindow: 60_000 })]));
  return async ({ request }, path) => {
    const count = await doors.get(path.join('.'))?.(request);
    if (count && !count.isAllowed && count.isExceeded) throw toApiError({ code: 'RATE_LIMITED', details: { retryAfterMs: count.ttl } });
  };
}

/** The HTTP contract under `/api`. */
export async function registerApi(app: FastifyInstance, { router, signIn, logger }: ApiRoutesDependencies): Promise<void> {
  const countKnock = await createKnockCounter(app);
  const handler = new OpenAPIHandler<HttpCall>(router, {
    customErrorResponseBodyEncoder: failureOf,
    clientInterceptors: [
      async (options) => {
        await countKnock(options.context, options.path);
        return options.next();
      },
    ],
    interceptors: [
      async (options) => {
        try {
          return await options.next();
        } catch (error) {
          if (!(error instanceof ORPCError) || error.status >= 500) logger.error({ err: error }, 'a request threw');
          const failure = thrownFailureOf(error);
          throw failure ? toApiError(failure) : error;
        }
      },
    ],
  });
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    try {
      const { matched } = await handler.handle(request, reply, { prefix: '/api', context: await callOf(request, signIn) });
      return matched ? reply : sendFailure(reply, { code: 'NOT_FOUND' });
    } catch (error) {
      return sendFailure(reply, error instanceof ORPCError ? failureOf(error) : (thrownFailureOf(error) ?? { code: 'INTERNAL' }));
    }
  };
  app.all('/api/*', answer);
}
