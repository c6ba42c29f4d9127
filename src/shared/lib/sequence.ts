/**
 * Where a numbered thing stands against a dense sequence that has been applied up to `applied`.
 * Shared by every receiver of a log, so that "duplicate" and "gap" mean the same everywhere.
 */
export type SequenceVerdict = 'next' | 'duplicate' | 'gap';

/** Verdict on `seq` for a receiver that holds 1..`applied`. */
export function judgeSequence(applied: number, seq: number): SequenceVerdict {
  if (seq <= applied) return 'duplicate';
  return seq === applied + 1 ? 'next' : 'gap';
}
