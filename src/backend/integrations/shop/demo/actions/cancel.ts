import { z } from 'zod';
import { reasonSchema, refundableOfOrder } from './lines.ts';
import { withRefund } from './refund.ts';
import type { ActionRule } from './rule.ts';

type CancelArguments = { reason: z.infer<typeof reasonSchema> };

const CANCELLABLE = new Set(['placed', 'paid', 'packed']);

/** The whole order, before it ships; what was paid goes back. */
export const cancelRule: ActionRule<CancelArguments> = {
  kind: 'cancel',
  schema: () => z.strictObject({ reason: reasonSchema }),
  offer: ({ order }) => ({ whyNot: CANCELLABLE.has(order.state) ? null : 'already-shipped', maximum: refundableOfOrder(order), defaults: { reason: 'no-longer-wanted' } }),
  preview: ({ order }) => ({ ok: true, value: { total: refundableOfOrder(order), lines: [{ code: 'original-route', params: {}, amount: refundableOfOrder(order) }] } }),
  apply: ({ order, now }) => {
    const total = refundableOfOrder(order);
    const cancelled = { ...order, state: 'cancelled' as const, steps: [{ code: 'placed' as const, state: 'done' as const, at: order.placedAt }, { code: 'cancelled' as const, state: 'done' as const, at: now }] };
    return {
      order: total.amount > 0 ? withRefund(cancelled, total, { at: now, receiptNumber: null }) : cancelled,
      stock: order.lines.map(({ sku, quantity }) => ({ sku, change: quantity })),
    };
  },
};
