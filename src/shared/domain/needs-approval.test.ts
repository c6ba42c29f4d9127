import { describe, expect, it } from 'vitest';
import { needsApproval } from './needs-approval.ts';

describe('an act that moves money', () => {
  const limit = { amount: 300_000, currency: 'CNY' };

  it('is asked for above the limit, and not at it', () => {
    expect(needsApproval({ amount: 300_000, currency: 'CNY' }, limit)).toBe(false);
    expect(needsApproval({ amount: 300_001, currency: 'CNY' }, limit)).toBe(true);
  });

  it('is asked for in any other currency, and never without an amount', () => {
    expect(needsApproval({ amount: 1, currency: 'USD' }, limit)).toBe(true);
    expect(needsApproval(null, { amount: 0, currency: 'CNY' })).toBe(false);
  });
});
