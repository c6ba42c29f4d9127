import { z } from 'zod';
import { chosenLinesSchema, previewLine, resolveLines, type ChosenLine } from './lines.ts';
import type { ActionRule, RuleContext } from './rule.ts';

type ReshipArguments = { lines: ChosenLine[] };

/** Replacements go with the shop's own van. */
const REPLACEMENTS_BY = { zh: '山岚专送', en: 'Shanlan Express' };

const inStock = (context: RuleContext) => context.order.lines.filter((line) => (context.variant(line.sku)?.stock ?? 0) > 0);

function whyNot(context: RuleContext): string | null {
  if (!['shipped', 'delivered', 'completed'].includes(context.order.state)) return 'not-shipped';
  return inStock(context).length === 0 ? 'out-of-stock' : null;
}

/** The same lines once more, at no charge, within 48 hours. */
export const reshipRule: ActionRule<ReshipArguments> = {
  kind: 'reship',
  schema: () => z.strictObject({ lines: chosenLinesSchema.min(1) }),
  offer: (context) => ({ whyNot: whyNot(context), maximum: null, defaults: { lines: inStock(context).map(({ lineId }) => ({ lineId, quantity: 1 })) } }),
  preview: (context, args) => {
    const entries = resolveLines(context.order, args.lines);
    if (!entries) return { ok: false, error: { code: 'BAD_INPUT', details: { field: 'lines' } } };
    const missing = entries.find(({ line, quantity }) => (context.variant(line.sku)?.stock ?? 0) < quantity);
    if (missing) return { ok: false, error: { code: 'ACTION_NOT_OFFERED', details: { whyNot: 'out-of-stock' } } };
    return { ok: true, value: { total: null, lines: [...entries.map(({ line, quantity }) => previewLine(line, quantity, null)), { code: 'ships-within', params: { hours: '48' }, amount: null }] } };
  },
  apply: ({ order, now }, args) => ({
    order: {
      ...order,
      shipments: [...order.shipments, { carrier: REPLACEMENTS_BY, trackingNumber: `R${order.number.slice(1).replace('-', '')}`, state: 'label', events: [{ at: now, text: { zh: '补发单已创建', en: 'Replacement created' } }] }],
    },
    stock: (resolveLines(order, args.lines) ?? []).map(({ line, quantity }) => ({ sku: line.sku, change: -quantity })),
  }),
};
