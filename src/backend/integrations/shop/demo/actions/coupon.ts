import { z } from 'zod';
import { moneyLike } from '../../../../../shared/domain/money.ts';
import type { ActionRule } from './rule.ts';

type CouponArguments = { amount: number; reason: z.infer<typeof couponReasonSchema> };

const couponReasonSchema = z.enum(['apology', 'late', 'loyalty', 'other']);
/** Highest coupon a shop gives for one order, in minor units. */
const HIGHEST = 5_000;

/** A coupon on the customer's next order, as a gesture. */
export const couponRule: ActionRule<CouponArguments> = {
  kind: 'coupon',
  schema: ({ order }) => z.strictObject({ amount: z.int().positive().max(HIGHEST).meta({ format: 'money', currency: order.paid.currency }), reason: couponReasonSchema }),
  offer: ({ order }) => ({ whyNot: order.state === 'cancelled' ? 'cancelled' : null, maximum: moneyLike(order.paid, HIGHEST), defaults: { amount: 1_000, reason: 'apology' } }),
  preview: ({ order }, args) => {
    const total = moneyLike(order.paid, args.amount);
    return { ok: true, value: { total, lines: [{ code: 'coupon-next-order', params: { days: '30' }, amount: total }] } };
  },
  apply: ({ order }) => ({ order, stock: [] }),
};
