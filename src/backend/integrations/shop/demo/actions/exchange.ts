import { z } from 'zod';
import { previewLine, reasonSchema } from './lines.ts';
import type { ActionRule, RuleContext } from './rule.ts';

type ExchangeArguments = { lineId: string; sku: string; reason: z.infer<typeof reasonSchema> };

/** Variants in stock of the order's products that are not the one bought. */
const alternatives = (context: RuleContext) =>
  context.order.lines.flatMap((line) => context.siblings(line.sku).filter((variant) => variant.sku !== line.sku && variant.stock > 0));

function whyNot(context: RuleContext): string | null {
  if (!['delivered', 'completed'].includes(context.order.state)) return 'not-delivered';
  return alternatives(context).length === 0 ? 'no-other-variant' : null;
}

/** Another variant of the same product for one line, at no price difference. */
export const exchangeRule: ActionRule<ExchangeArguments> = {
  kind: 'exchange',
  schema: (context) =>
    z.strictObject({
      lineId: z.enum(context.order.lines.map((line) => line.lineId) as [string, ...string[]]),
      sku: z.enum(alternatives(context).map((variant) => variant.sku) as [string, ...string[]]),
      reason: reasonSchema,
    }),
  offer: (context) => {
    const variant = alternatives(context)[0];
    const line = variant && context.order.lines.find((candidate) => context.siblings(candidate.sku).some(({ sku }) => sku === variant.sku));
    return { whyNot: whyNot(context), maximum: null, defaults: variant && line ? { lineId: line.lineId, sku: variant.sku, reason: 'other' } : {} };
  },
  preview: (context, args) => {
    const line = context.order.lines.find((candidate) => candidate.lineId === args.lineId);
    const variant = context.variant(args.sku);
    if (!line || !variant || !context.siblings(line.sku).some(({ sku }) => sku === args.sku)) {
      return { ok: false, error: { code: 'BAD_INPUT', details: { field: 'sku' } } };
    }
    return {
      ok: true,
      value: {
        total: null,
        lines: [previewLine(line, 1, null), { code: 'exchange-for', params: { name: variant.label }, amount: null }, { code: 'stock-after', params: { stock: String(variant.stock - 1) }, amount: null }],
      },
    };
  },
  apply: (context, args) => ({
    order: {
      ...context.order,
      lines: context.order.lines.map((line) => (line.lineId === args.lineId ? { ...line, sku: args.sku, variant: context.variant(args.sku)?.label ?? line.variant } : line)),
      steps: [...context.order.steps.filter((step) => step.state !== 'ahead'), { code: 'returning', state: 'done', at: context.now }, { code: 'completed', state: 'ahead', at: null }],
    },
    stock: [{ sku: args.sku, change: -1 }],
  }),
};
