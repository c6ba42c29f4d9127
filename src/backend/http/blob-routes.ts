import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Failure } from '../../shared/contracts/errors.ts';
import { LIMITS } from '../../shared/lib/limits.ts';
import type { Result } from '../../shared/lib/result.ts';
import type { SignIn } from '../modules/accounts/sign-in.ts';
import type { TokenSigner } from '../modules/accounts/signed-token.ts';
import type { Blobs, StoredBlob } from '../modules/blobs/blob-store.ts';
import { parseInput } from '../parse-input.ts';
import { authenticate } from './bearer.ts';
import { sendFailure } from './send-failure.ts';

type Dependencies = { readonly blobs: Blobs; readonly signIn: SignIn; readonly signer: TokenSigner };

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

/** `PUT /api/blobs?name=` with the file as its body, `GET /api/blobs/<id>` with a token or a signed address. */
export async function registerBlobs(app: FastifyInstance, { blobs, ...auth }: Dependencies): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: LIMITS.attachmentBytes }, (_request, body, done) => done(null, body));
    scope.put('/api/blobs', { bodyLimit: LIMITS.attachmentBytes }, async (request, reply) => {
      const owner = await authenticate(request, auth);
      if (!owner.ok) return sendFailure(reply, owner.error);
      const query = parseInput(putQuerySchema, request.query);
      if (!query.ok) return sendFailure(reply, query.error);
      if (!Buffer.isBuffer(request.body)) return sendFailure(reply, { code: 'BAD_INPUT', details: { path: 'body' } });
      const attachment = await blobs.put(owner.value, { name: query.value.name, bytes: request.body });
      return attachment.ok ? reply.send(attachment.value) : sendFailure(reply, attachment.error);
    });
  });
  app.get('/api/blobs/:id', async (request, reply) => {
    const { id } = pathSchema.parse(request.params);
    const signed = signedQuerySchema.safeParse(request.query);
    if (signed.success) return sendBlob(reply, await blobs.getSigned(id, signed.data));
    const reader = await authenticate(request, auth);
    return reader.ok ? sendBlob(reply, await blobs.get(reader.value, id)) : sendFailure(reply, reader.error);
  });
}
