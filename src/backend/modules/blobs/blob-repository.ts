import type { Id, Instant } from '../../../shared/contracts/basics.ts';
import type { UnitOfWork } from '../../db/unit-of-work.ts';

export type BlobFacts = { readonly blobId: string; readonly mediaType: string; readonly bytes: number; readonly width: number | null; readonly height: number | null };

export type BlobRepository = {
  /** Writes a blob down as its owner's; the same bytes of somebody else are the same blob. */
  readonly put: (blob: BlobFacts & { readonly ownerId: Id; readonly createdAt: Instant }) => Promise<void>;
  readonly find: (blobId: string) => Promise<BlobFacts | null>;
  readonly isOwnedBy: (ownerId: Id, blobIds: readonly string[]) => Promise<boolean>;
  /** Whether it was posted in a conversation of one of these shops. */
  readonly isShownIn: (shopIds: readonly Id[], blobId: string) => Promise<boolean>;
};

/** Blobs' facts and owners in the database; their bytes lie beside it. */
export function createBlobRepository(work: UnitOfWork): BlobRepository {
  return {
    put: ({ blobId, mediaType, bytes, width, height, ownerId, createdAt }) =>
      work.write(async (db) => {
        await db.insertInto('blobs').values({ id: blobId, media_type: mediaType, bytes, width, height, created_at: createdAt }).onConflict((conflict) => conflict.doNothing()).execute();
        await db.insertInto('blob_owners').values({ blob_id: blobId, owner_id: ownerId }).onConflict((conflict) => conflict.doNothing()).execute();
      }),
    find: (blobId) =>
      work.read(async (db) => {
        const row = await db.selectFrom('blobs').selectAll().where('id', '=', blobId).executeTakeFirst();
        return row ? { blobId: row.id, mediaType: row.media_type, bytes: row.bytes, width: row.width, height: row.height } : null;
      }),
    isOwnedBy: (ownerId, blobIds) =>
      work.read(async (db) => {
        const rows = await db.selectFrom('blob_owners').select('blob_id').where('owner_id', '=', ownerId).where('blob_id', 'in', [...blobIds]).execute();
        return new Set(rows.map((row) => row.blob_id)).size === new Set(blobIds).size;
      }),
    isShownIn: (shopIds, blobId) =>
      work.read(async (db) => {
        if (shopIds.length === 0) return false;
        const row = await db
          .selectFrom('blob_owners')
          .innerJoin('conversations', 'conversations.id', 'blob_owners.owner_id')
          .select('blob_id')
          .where('blob_id', '=', blobId)
          .where('conversations.shop_id', 'in', [...shopIds])
          .executeTakeFirst();
        return row !== undefined;
      }),
  };
}
