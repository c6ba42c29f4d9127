import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { NewId } from '../../clock.ts';

/** Bytes under the hash of what they are. Both throw what the disk refuses. */
export type BlobFolder = {
  /** Resolves once the bytes would outlast a power loss. */
  readonly write: (blobId: string, bytes: Buffer) => Promise<void>;
  readonly read: (blobId: string) => Promise<Buffer>;
};

/** Until a folder is flushed, a power loss takes the names that were made in it. Windows has no such call, and its file system keeps a journal. */
async function flushNames(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A folder with a subfolder for each first byte of the hashes. */
export function createBlobFolder(root: string, newId: NewId): BlobFolder {
  const folderOf = (blobId: string): string => path.join(root, blobId.slice(0, 2));
  return {
    write: async (blobId, bytes) => {
      const folder = folderOf(blobId);
      const madeFirst = await mkdir(folder, { recursive: true });
      // Written beside and renamed: whoever finds the file finds all of it.
      const part = path.join(folder, `${newId()}.part`);
      try {
        await writeFile(part, bytes, { flush: true });
        await rename(part, path.join(folder, blobId));
      } catch (problem) {
        await rm(part, { force: true });
        throw problem;
      }
      await flushNames(folder);
      if (madeFirst !== undefined) await Promise.all([root, path.dirname(root)].map(flushNames));
    },
    read: (blobId) => readFile(path.join(folderOf(blobId), blobId)),
  };
}
