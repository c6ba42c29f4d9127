import { z } from 'zod';
import { chosenLinesSchema, previewLine, reasonSchema, resolveLines, shareOf, sumShares, type ChosenLine } from './lines.ts';
import type { ActionRule, RuleContext } from './rule.ts';

type ReturnArguments = { lines: ChosenLine[]; reason: z.infer<typeof reasonSchema> };

const DAY = 86_400_000;
/** Days after delivery in which a return needs no reason. */
const WINDOW_DAYS = 7;

function whyNot({ order, now }: RuleContext): string | null {
  if (order.state === 'returning') return 'already-returning';
  if (order.state !== 'delivered' && order.state !== 'completed') return 'not-delivered';
  const deliveredAt = order.steps.find((step) => step.code === 'delivered')?.at;
  return deliveredAt != null && now - deliveredAt > WINDOW_DAYS * DAY ? 'return-window-over' : null;
}

/** The customer sends lines back; money follows when they arrive. */
export const returnRule: ActionRule<ReturnArguments> = {
  kind: 'return',
  schema: () => z.strictObject({ lines: chosenLinesSchema.min(1), reason: reasonSchema }),
  offer: (context) => ({
    whyNot: whyNot(context),
    maximum: null,
    defaults: { reason: 'no-longer-wanted', lines: context.order.lines.map(({ lineId, quantity }) => ({ lineId, quantity })) },
  }),
  preview: ({ order }, args) => {
    const entries = resolveLines(order, args.lines);
    if (!entries) return { ok: false, error: { code: 'BAD_INPUT', details: { field: 'lines' } } };
    const lines = entries.map(({ line, quantity }) => previewLine(line, quantity, shareOf(line, quantity)));
    return { ok: true, value: { total: null, lines: [...lines, { code: 'refund-on-arrival', params: {}, amount: sumShares(order, entries) }] } };
  },
  apply: ({ order, now }) => ({
    order: { ...order, state: 'returning', steps: [...order.steps.filter((step) => step.state !== 'ahead'), { code: 'returning', state: 'done', at: now }, { code: 'completed', state: 'ahead', at: null }] },
    stock: [],
  }),
};
