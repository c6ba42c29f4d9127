/** Chance as sessions know it: for jitter, identifiers and nonces. */
export type Random = {
  /** In 0..1, 1 excluded. */
  readonly fraction: () => number;
  /** Cryptographically strong outside tests. */
  readonly bytes: (count: number) => Uint8Array<ArrayBuffer>;
};
