/**
 * The keyring doesn't open or take a secret: it is locked, or gone, or another. Nobody can tell for how long, so what it holds counts
 * as kept, and whoever asks fails as they do by a disk (`STORAGE_FAILED`).
 */
export class KeyringRefused extends Error {}

/** What may not lie on the disk in the clear. */
export type Secrets = {
  /** False where the machine can only keep them in the clear: then tokens are not kept at all. */
  readonly canKeep: boolean;
  /** Null when there is none. Throws what the disk or the keyring refuses: what can't be read now may be readable later. */
  readonly read: (name: string) => Promise<string | null>;
  readonly write: (name: string, value: string) => Promise<void>;
  readonly remove: (name: string) => Promise<void>;
  /** The 256-bit key of a profile's data at rest; made at the first call, the same ever after. Throws as `read` does, and makes none then. */
  readonly profileKey: (profile: string) => Promise<Uint8Array>;
};
