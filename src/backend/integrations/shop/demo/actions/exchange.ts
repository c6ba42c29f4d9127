import { z } from 'zod';
import type { LocalizedText } from '../../../../../shared/contracts/basics.ts';
import type { OrderLine } from '../../../../../shared/contracts/order.ts';
import { previewLine, reasonSchema } from './lines.ts';
import type { ActionRule, RuleContext, Variant } from './rule.ts';

type ExchangeArguments = { lineId: string; sku: string; reason: z.infer<typeof reasonSchema> };

/** Variants in stock of the order's products that are not the one bought, each with the line it could replace. */
const alternatives = (context: RuleContext) =>
  context.order.lines.flatMap((line) => context.siblings(line.sku).filter((variant) => variant.sku !== line.sku && variant.stock > 0).map((variant) => ({ variant, line })));

function whyNot(context: RuleContext): string | null {
  if (!['delivered', 'completed'].includes(context.order.state)) return 'not-delivered';
  return alternatives(context).length === 0 ? 'no-other-variant' : null;
}

/** A choice of codes with the words they stand for, as `labels` in the JSON Schema. */
function choiceOf(labels: { readonly [code: string]: LocalizedText }): z.ZodType<string> {
  return z.enum(Object.keys(labels)).meta({ labels });
}

/** "Cloud white"; with the product's name where an order has several. */
function labelOf({ order }: RuleContext, variant: Variant, line: OrderLine): LocalizedText {
  if (order.lines.length === 1) return variant.label;
  return { zh: `${variant.label.zh}（${line.name.zh}）`, en: `${variant.label.en} (${line.name.en})` };
}

/** Another variant of the same product for one line, at no price difference. */
export const exchangeRule: ActionRule<ExchangeArguments> = {
  kind: 'exchange',
  schema: (context) =>
    z.strictObject({
      lineId: choiceOf(Object.fromEntries(context.order.lines.map((line) => [line.lineId, line.name]))),
      sku: choiceOf(Object.fromEntries(alternatives(context).map(({ variant, line }) => [variant.sku, labelOf(context, variant, line)]))),
      reason: reasonSchema,
    }),
  offer: (context) => {
    const [first] = alternatives(context);
    return { whyNot: whyNot(context), maximum: null, defaults: first ? { lineId: first.line.lineId, sku: first.variant.sku, reason: 'other' } : {} };
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
