import type { FastifyInstance } from 'fastify';
import { failureSchema, type Failure } from '../../shared/contracts/errors.ts';
import type { Logger } from '../logger.ts';
import { thrownFailureOf } from '../thrown-failure.ts';
import { diskFailureOf } from './disk-failure.ts';
import { sendFailure } from './send-failure.ts';

/** What the HTTP server refuses by itself, in the catalogue's words; null for a bug. */
function failureOf(error: unknown): Failure | null {
  if (!(error instanceof Error)) return null;
  const carried = 'failure' in error ? failureSchema.safeParse(error.failure) : null;
  if (carried?.success) return carried.data;
  const status = 'statusCode' in error ? error.statusCode : undefined;
  if (status === 413) return { code: 'TOO_LARGE' };
  return typeof status === 'number' && status < 500 ? { code: 'BAD_INPUT' } : null;
}

/** Every answer that is no success is a failure of the catalogue, those of unknown addresses and bugs included. */
export function registerFailures(app: FastifyInstance, logger: Logger): void {
  app.setNotFoundHandler((_request, reply) => sendFailure(reply, { code: 'NOT_FOUND' }));
  app.setErrorHandler((error, _request, reply) => {
    const failure = failureOf(error);
    if (!failure) logger.error({ err: error }, 'a request threw');
    return sendFailure(reply, failure ?? thrownFailureOf(error) ?? diskFailureOf(error) ?? { code: 'INTERNAL' });
  });
}
