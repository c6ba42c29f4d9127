import type { FastifyReply } from 'fastify';
import { ERRORS, type Failure } from '../../shared/contracts/errors.ts';

/** Answers with a failure as every door of this server does: the catalogue's status, the failure as JSON. */
export const sendFailure = (reply: FastifyReply, failure: Failure): FastifyReply => reply.status(ERRORS[failure.code].status).send(failure);
