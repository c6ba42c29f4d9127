/** What a way between two machines is like at the moment. */
export type Weather = {
  readonly latencyMs: number;
  /** Up to so much more, drawn for every piece. */
  readonly jitterMs: number;
  /** Bytes a second at most; null for no limit. */
  readonly bytesPerSecond: number | null;
  /** Pieces of at most so many bytes, so that frames arrive in parts; null leaves them as they come. */
  readonly pieceBytes: number | null;
  /** Nothing moves, and nobody is told. */
  readonly isStalled: boolean;
  /** Who knocks is reset. */
  readonly isDown: boolean;
};

export const FAIR: Weather = { latencyMs: 0, jitterMs: 0, bytesPerSecond: null, pieceBytes: null, isStalled: false, isDown: false };
