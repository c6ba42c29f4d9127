/** What may not lie on the disk in the clear. */
export type Secrets = {
  /** False where the machine can only keep them in the clear: then tokens are not kept at all. */
  readonly canKeep: boolean;
  /** Null when there is none, or when it can't be read any more. */
  readonly read: (name: string) => Promise<string | null>;
  readonly write: (name: string, value: string) => Promise<void>;
  readonly remove: (name: string) => Promise<void>;
  /** The 256-bit key of a profile's data at rest; made at the first call, the same ever after. */
  readonly profileKey: (profile: string) => Promise<Uint8Array>;
};
