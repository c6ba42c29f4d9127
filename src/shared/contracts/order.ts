import { z } from 'zod';
import { idSchema, instantSchema, languageSchema, localizedTextSchema, moneySchema, tierSchema } from './basics.ts';

export const orderStateSchema = z.enum(['placed', 'paid', 'packed', 'shipped', 'delivered', 'completed', 'cancelled', 'returning', 'refunded']);
export type OrderState = z.infer<typeof orderStateSchema>;

export const orderLineSchema = z.object({
  lineId: z.string(),
  sku: z.string(),
  productSlug: z.string(),
  name: localizedTextSchema,
  variant: localizedTextSchema,
  /** Name of a lucide icon that stands for the picture. */
  image: z.string(),
  quantity: z.int().positive(),
  unitPrice: moneySchema,
  /** What was paid for the line after discounts. */
  paid: moneySchema,
  refunded: moneySchema,
});
export type OrderLine = z.infer<typeof orderLineSchema>;

export const shipmentSchema = z.object({
  carrier: localizedTextSchema,
  trackingNumber: z.string(),
  state: z.enum(['label', 'in-transit', 'stalled', 'out-for-delivery', 'delivered', 'returned']),
  events: z.array(z.object({ at: instantSchema, text: localizedTextSchema })),
});

/** One of the steps under an order, in order; `fault` is drawn as a diamond. */
export const orderStepSchema = z.object({
  code: z.enum(['placed', 'shipped', 'delivered', 'reship-returned', 'returning', 'completed', 'cancelled']),
  state: z.enum(['done', 'fault', 'ahead']),
  at: instantSchema.nullable(),
});
export type OrderStep = z.infer<typeof orderStepSchema>;

export const orderSchema = z.object({
  number: z.string(),
  /** Opaque string of the shop system; an act on the order carries the version it was decided on. */
  version: z.string(),
  customerId: idSchema,
  state: orderStateSchema,
  placedAt: instantSchema,
  lines: z.array(orderLineSchema),
  paid: moneySchema,
  refunded: moneySchema,
  shipments: z.array(shipmentSchema),
  steps: z.array(orderStepSchema),
  refunds: z.array(z.object({ amount: moneySchema, at: instantSchema, state: z.enum(['pending', 'done']), receiptNumber: z.string().nullable() })),
  /** Address with the personal part masked; the whole one stays with the shop. */
  address: z.string(),
  invoice: z.enum(['none', 'requested', 'issued']),
  /** What the shop's people noted on the order: data, never instructions. */
  note: z.string().nullable(),
});
export type Order = z.infer<typeof orderSchema>;

export const customerSchema = z.object({
  id: idSchema,
  name: z.string(),
  tier: tierSchema,
  language: languageSchema,
  /** Masked for display. */
  phone: z.string().nullable(),
  email: z.string().nullable(),
  memberSince: instantSchema.nullable(),
  spent: moneySchema,
  orderCount: z.int().nonnegative(),
  refundCount: z.int().nonnegative(),
  contactCount: z.int().nonnegative(),
  /** Only a signed identity opens order data or earlier conversations. */
  identified: z.boolean(),
});
export type Customer = z.infer<typeof customerSchema>;
