import type { Failure } from '../../shared/contracts/errors.ts';
import type { Result } from '../../shared/lib/result.ts';

/** Addresses under which the page shows pictures of the conversation: fetched once with the visit's token, kept while it lives. */
export type Pictures = {
  /** Null when it can't be had now. */
  readonly addressOf: (blobId: string) => Promise<string | null>;
  readonly remember: (blobId: string, address: string) => void;
};

export function createPictures(download: (blobId: string) => Promise<Result<Blob, Failure>>, show: (blob: Blob) => string): Pictures {
  const known = new Map<string, Promise<string | null>>();

  async function fetchPicture(blobId: string): Promise<string | null> {
    const answer = await download(blobId);
    if (answer.ok) return show(answer.value);
    known.delete(blobId);
    return null;
  }

  return {
    addressOf: (blobId) => {
      const address = known.get(blobId) ?? fetchPicture(blobId);
      known.set(blobId, address);
      return address;
    },
    remember: (blobId, address) => void known.set(blobId, Promise.resolve(address)),
  };
}
