import rateLimit from '@fastify/rate-limit';
import { OpenAPIHandler } from '@orpc/openapi/fastify';
import { ORPCError } from '@orpc/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { errorCodes, type Failure } from '../../shared/contracts/errors.ts';
import { failureSchema } from '../../shared/contracts/errors.ts';
import type { ApiCall } from '../api/api-handlers.ts';
import { toApiError, type ApiRouter } from '../api/build-router.ts';
import type { Logger } from '../logger.ts';
import type { SignIn } from '../modules/accounts/sign-in.ts';
import { thrownFailureOf } from '../thrown-failure.ts';
import { bearerOf } from './bearer.ts';
import { sendFailure } from './send-failure.ts';

export type ApiRoutesDependencies = { readonly router: ApiRouter; readonly signIn: SignIn; readonly logger: Logger };

/** Doors that can be tried without a token: each address may knock this often a minute. */
const GUARDED = [
  { url: '/auth/sign-in', max: 10 },
  { url: '/auth/refresh', max: 60 },
  { url: '/visitor/start', max: 120 },
] as const;

/** What the framework refuses by itself, in the catalogue's words. */
function failureOf(error: ORPCError<string, unknown>): Failure {
  const carried = failureSchema.safeParse(error.data);
  if (carried.success) return carried.data;
  if (error.code === 'BAD_REQUEST') return { code: 'BAD_INPUT' };
  const known = errorCodes.find((code) => code === error.code);
  return { code: known ?? (error.status === 404 ? 'NOT_FOUND' : 'INTERNAL') };
}

/** A bad token is refused even where none is needed: its holder should know. */
async function callOf(request: FastifyRequest, signIn: SignIn): Promise<ApiCall> {
  const token = bearerOf(request);
  if (token === null) return { principal: null, address: request.ip };
  const principal = await signIn.authenticate(token);
  if (!principal.ok) throw toApiError(principal.error);
  return { principal: principal.value, address: request.ip };
}

/** The HTTP contract under `/api`. */
export async function registerApi(app: FastifyInstance, { router, signIn, logger }: ApiRoutesDependencies): Promise<void> {
  const handler = new OpenAPIHandler(router, {
    customErrorResponseBodyEncoder: failureOf,
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
  await app.register(rateLimit, { global: false, errorResponseBuilder: (_request, { ttl }) => Object.assign(new Error('RATE_LIMITED'), { statusCode: 429, failure: { code: 'RATE_LIMITED', details: { retryAfterMs: ttl } } }) });
  for (const { url, max } of GUARDED) app.post(`/api${url}`, { config: { rateLimit: { max, timeWindow: 60_000 } } }, answer);
  app.all('/api/*', answer);
}
