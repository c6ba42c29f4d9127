import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Failure } from '../../shared/contracts/errors.ts';
import { LIMITS } from '../../shared/lib/limits.ts';
import { err, type Result } from '../../shared/lib/result.ts';
import type { Clock, Timers } from '../clock.ts';
import type { SignIn } from '../modules/accounts/sign-in.ts';
import type { TokenSigner } from '../modules/accounts/signed-token.ts';
import type { Blobs, StoredBlob } from '../modules/blobs/blob-store.ts';
import { parseInput } from '../parse-input.ts';
import type { Principal } from '../principal.ts';
import { authenticate } from './bearer.ts';
import { refuseBody } from './refuse-body.ts';
import { sendFailure } from './send-failure.ts';
import { createUploadLimits, type UploadLimits } from './upload-limits.ts';

type Dependencies = { readonly blobs: Blobs; readonly signIn: SignIn; readonly signer: TokenSigner; readonly clock: Clock; readonly timers: Timers };

const putQuerySchema = z.object({ name: z.string().min(1).max(200) });
const signedQuerySchema = z.object({ until: z.coerce.number<string>().int(), signature: z.string().max(100) });
const pathSchema = z.object({ id: z.string().max(64) });

/** A file is shown by who asked for it and never run: no scripts, no sniffing, no page of its own. */
function sendBlob(reply: FastifyReply, blob: Result<StoredBlob, Failure>): FastifyReply {
  if (!blob.ok) return sendFailure(reply, blob.error);
  return reply
    .header('content-type', blob.value.mediaType)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cache-control', 'private, max-age=31536000, immutable')
    .send(blob.value.bytes);
}

/** Why an upload is refused by its head alone, or whose it is. What doesn't say how long it is counts as the longest. */
async function admit(request: FastifyRequest, deps: Dependencies & { readonly limits: UploadLimits }): Promise<Result<Principal, Failure>> {
  const owner = await authenticate(request, deps);
  if (!owner.ok) return owner;
  const bytes = Number(request.headers['content-length'] ?? LIMITS.attachmentBytes);
  if (bytes > LIMITS.attachmentBytes) return err({ code: 'TOO_LARGE', details: { limit: LIMITS.attachmentBytes } });
  const failure = deps.limits.take(owner.value, bytes);
  return failure ? err(failure) : owner;
}

/** A body is held in memory: it is read only of whom is known, and of nobody too often. */
function registerUpload(scope: FastifyInstance, deps: Dependencies): void {
  const limits = createUploadLimits(deps.clock);
  const owners = new WeakMap<FastifyRequest, Principal>();
  const onRequest = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const owner = await admit(request, { ...deps, limits });
    if (!owner.ok) return refuseBody(request, reply, { failure: owner.error, timers: deps.timers });
    owners.set(request, owner.value);
    return undefined;
  };
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: LIMITS.attachmentBytes }, (_request, body, done) => done(null, body));
  scope.put('/api/blobs', { bodyLimit: LIMITS.attachmentBytes, onRequest }, async (request, reply) => {
    const owner = owners.get(request);
    if (!owner) return sendFailure(reply, { code: 'UNAUTHENTICATED' });
    const query = parseInput(putQuerySchema, request.query);
    if (!query.ok) return sendFailure(reply, query.error);
    if (!Buffer.isBuffer(request.body)) return sendFailure(reply, { code: 'BAD_INPUT', details: { path: 'body' } });
    const attachment = await deps.blobs.put(owner, { name: query.value.name, bytes: request.body });
    return attachment.ok ? reply.send(attachment.value) : sendFailure(reply, attachment.error);
  });
}

/** `PUT /api/blobs?name=` with the file as its body, `GET /api/blobs/<id>` with a token or a signed address. */
export async function registerBlobs(app: FastifyInstance, deps: Dependencies): Promise<void> {
  const { blobs } = deps;
  await app.register(async (scope) => registerUpload(scope, deps));
  app.get('/api/blobs/:id', async (request, reply) => {
    const { id } = pathSchema.parse(request.params);
    const signed = signedQuerySchema.safeParse(request.query);
    if (signed.success) return sendBlob(reply, await blobs.getSigned(id, signed.data));
    const reader = await authenticate(request, deps);
    return reader.ok ? sendBlob(reply, await blobs.get(reader.value, id)) : sendFailure(reply, reader.error);
  });
}
