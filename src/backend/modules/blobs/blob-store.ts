import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Id } from '../../../shared/contracts/basics.ts';
import type { Failure } from '../../../shared/contracts/errors.ts';
import type { Attachment } from '../../../shared/contracts/message.ts';
import { LIMITS } from '../../../shared/lib/limits.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { Clock } from '../../clock.ts';
import { createGate, type Gate } from '../../gate.ts';
import { idOf, type Principal } from '../../principal.ts';
import type { BlobFolder } from './blob-folder.ts';
import type { BlobRepository } from './blob-repository.ts';
import { cleanImage } from './clean-image.ts';
import { sniff } from './sniff.ts';

/** How long a signed address is good. */
const ADDRESS_MS = 10 * 60_000;

export type StoredBlob = { readonly mediaType: string; readonly bytes: Buffer };

/** Files of conversations, found by the hash of their bytes. What the disk refuses is thrown. */
export type Blobs = {
  /** Keeps a file under the name its owner gives it. TOO_LARGE, UNSUPPORTED_FILE. */
  readonly put: (owner: Principal, file: { readonly name: string; readonly bytes: Buffer }) => Promise<Result<Attachment, Failure>>;
  /** Its bytes for somebody who owns it or reads a conversation it was posted in; NOT_FOUND for all others. */
  readonly get: (reader: Principal, blobId: string) => Promise<Result<StoredBlob, Failure>>;
  /** An address that needs no token, for ten minutes. */
  readonly addressOf: (blobId: string) => string;
  readonly getSigned: (blobId: string, signed: { readonly until: number; readonly signature: string }) => Promise<Result<StoredBlob, Failure>>;
  readonly isOwnedBy: (ownerId: Id, blobIds: readonly string[]) => Promise<boolean>;
};

export type BlobDependencies = { readonly folder: BlobFolder; readonly secret: Buffer; readonly repository: BlobRepository; readonly clock: Clock };

/** A picture of the most pixels takes a quarter of a gigabyte while it is drawn anew. */
const PICTURES_AT_ONCE = 2;

async function accept(bytes: Buffer, gate: Gate): Promise<Result<{ bytes: Buffer; mediaType: string; width?: number; height?: number }, Failure>> {
  if (bytes.length > LIMITS.attachmentBytes) return err({ code: 'TOO_LARGE', details: { limit: LIMITS.attachmentBytes } });
  const type = sniff(bytes);
  if (!type) return err({ code: 'UNSUPPORTED_FILE' });
  if (!type.isImage) return ok({ bytes, mediaType: type.mediaType });
  const image = await gate(() => cleanImage(bytes));
  return image ? ok(image) : err({ code: 'UNSUPPORTED_FILE' });
}

const isBlobId = (blobId: string): boolean => /^[0-9a-f]{64}$/.test(blobId);

async function mayRead({ repository }: BlobDependencies, reader: Principal, blobId: string): Promise<boolean> {
  if (await repository.isOwnedBy(idOf(reader), [blobId])) return true;
  return reader.kind === 'staff' ? repository.isShownIn(reader.shopIds, blobId) : repository.isOwnedBy(reader.conversationId, [blobId]);
}

async function load({ folder, repository }: BlobDependencies, blobId: string): Promise<Result<StoredBlob, Failure>> {
  const facts = isBlobId(blobId) ? await repository.find(blobId) : null;
  if (!facts) return err({ code: 'NOT_FOUND' });
  return ok({ mediaType: facts.mediaType, bytes: await folder.read(blobId) });
}

async function put(deps: BlobDependencies & { readonly gate: Gate }, owner: Principal, file: { readonly name: string; readonly bytes: Buffer }): Promise<Result<Attachment, Failure>> {
  const accepted = await accept(file.bytes, deps.gate);
  if (!accepted.ok) return accepted;
  const { bytes, mediaType, width, height } = accepted.value;
  const blobId = createHash('sha256').update(bytes).digest('hex');
  // The bytes first: what the database speaks of is there, whatever happens between the two.
  await deps.folder.write(blobId, bytes);
  await deps.repository.put({ blobId, mediaType, bytes: bytes.length, width: width ?? null, height: height ?? null, ownerId: idOf(owner), createdAt: deps.clock() });
  return ok({ blobId, name: file.name, mediaType, bytes: bytes.length, ...(width === undefined ? {} : { width }), ...(height === undefined ? {} : { height }) });
}

/** Blobs in a folder, their facts in the database. */
export function createBlobs(deps: BlobDependencies): Blobs {
  const sign = (blobId: string, until: number): Buffer => createHmac('sha256', deps.secret).update(`blob:${blobId}:${until}`).digest();
  const gate = createGate(PICTURES_AT_ONCE);
  return {
    put: (owner, file) => put({ ...deps, gate }, owner, file),
    get: async (reader, blobId) => ((await mayRead(deps, reader, blobId)) ? load(deps, blobId) : err({ code: 'NOT_FOUND' })),
    addressOf: (blobId) => {
      const until = deps.clock() + ADDRESS_MS;
      return `/api/blobs/${blobId}?until=${until}&signature=${sign(blobId, until).toString('base64url')}`;
    },
    getSigned: async (blobId, { until, signature }) => {
      const given = Buffer.from(signature, 'base64url');
      const expected = sign(blobId, until);
      const isGood = given.length === expected.length && timingSafeEqual(given, expected);
      if (!isGood) return err({ code: 'FORBIDDEN' });
      return until > deps.clock() ? load(deps, blobId) : err({ code: 'TOKEN_EXPIRED' });
    },
    isOwnedBy: (ownerId, blobIds) => deps.repository.isOwnedBy(ownerId, blobIds),
  };
}
