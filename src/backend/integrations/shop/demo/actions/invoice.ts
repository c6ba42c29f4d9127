import { z } from 'zod';
import type { ActionRule } from './rule.ts';

type InvoiceArguments = { title: string; taxNumber?: string | undefined; email: string };

/** An electronic invoice for what was paid. */
export const invoiceRule: ActionRule<InvoiceArguments> = {
  kind: 'invoice',
  schema: () => z.strictObject({ title: z.string().trim().min(1).max(100), taxNumber: z.string().trim().max(30).optional(), email: z.email() }),
  offer: ({ order }) => ({
    whyNot: order.state === 'placed' || order.state === 'cancelled' ? 'not-paid' : order.invoice === 'issued' ? 'already-issued' : null,
    maximum: null,
    defaults: { title: '', email: '' },
  }),
  preview: ({ order }, args) => ({ ok: true, value: { total: null, lines: [{ code: 'invoice-for', params: { title: args.title, email: args.email }, amount: order.paid }] } }),
  apply: ({ order }) => ({ order: { ...order, invoice: 'issued' }, stock: [] }),
};
