import { z } from 'zod';
import type { ActionRule } from './rule.ts';

type AddressArguments = { recipient: string; phone: string; address: string };

const CHANGEABLE = new Set(['placed', 'paid', 'packed']);

/** Keeps the first six characters, which name the city, and hides the rest. */
const maskAddress = (address: string): string => `${[...address].slice(0, 6).join('')}••••`;

/** Another address, while the parcel is still with the shop. */
export const addressChangeRule: ActionRule<AddressArguments> = {
  kind: 'address-change',
  schema: () =>
    z.strictObject({
      recipient: z.string().trim().min(1).max(60),
      phone: z.string().trim().regex(/^[+\d][\d\s-]{5,20}$/),
      address: z.string().trim().min(5).max(200),
    }),
  offer: ({ order }) => ({ whyNot: CHANGEABLE.has(order.state) ? null : 'already-shipped', maximum: null, defaults: { recipient: '', phone: '', address: '' } }),
  preview: ({ order }, args) => ({
    ok: true,
    value: { total: null, lines: [{ code: 'address-from', params: { address: order.address }, amount: null }, { code: 'address-to', params: { address: args.address }, amount: null }] },
  }),
  apply: ({ order }, args) => ({ order: { ...order, address: maskAddress(args.address) }, stock: [] }),
};
