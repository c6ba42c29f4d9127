import type { Money } from '../contracts/basics.ts';

/**
 * Whether an amount is above what an account may move by itself, and so above what it may let others move; another currency
 * always asks. Backend and desk decide by the same.
 */
export function needsApproval(total: Money | null, limit: Money): boolean {
  return total !== null && (total.currency !== limit.currency || total.amount > limit.amount);
}
