import { z } from 'zod';
import { moneyLike } from '../../../../../shared/domain/money.ts';
import type { ActionRule, RuleContext } from './rule.ts';

type CouponArguments = { amount: number; reason: z.infer<typeof couponReasonSchema> };

const couponReasonSchema = z.enum(['apology', 'late', 'loyalty', 'other']);
/** The most a shop gives in coupons for one order, in minor units. */
const HIGHEST = 5_000;
const USUAL = 1_000;

/** What may still be given for an order. */
const leftOf = ({ order, givenBefore }: RuleContext): number => Math.max(0, HIGHEST - givenBefore('coupon', order.number));

function whyNot(context: RuleContext): string | null {
  if (context.order.state === 'cancelled') return 'cancelled';
  return leftOf(context) === 0 ? 'coupon-given' : null;
}

/** A coupon on the customer's next order, as a gesture. */
export const couponRule: ActionRule<CouponArguments> = {
  kind: 'coupon',
  schema: (context) =>
    z.strictObject({ amount: z.int().positive().max(leftOf(context)).meta({ format: 'money', currency: context.order.paid.currency }), reason: couponReasonSchema }),
  offer: (context) => ({
    whyNot: whyNot(context),
    maximum: moneyLike(context.order.paid, leftOf(context)),
    defaults: { amount: Math.min(USUAL, leftOf(context)), reason: 'apology' },
  }),
  preview: ({ order }, args) => {
    const total = moneyLike(order.paid, args.amount);
    return { ok: true, value: { total, lines: [{ code: 'coupon-next-order', params: { days: '30' }, amount: total }] } };
  },
  apply: ({ order }, args) => ({ order, stock: [], given: [{ ref: order.number, amount: args.amount }] }),
};
