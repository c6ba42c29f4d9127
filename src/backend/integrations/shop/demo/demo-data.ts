import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { languageSchema, localizedTextSchema, moneySchema, tierSchema } from '../../../../shared/contracts/basics.ts';
import { orderStateSchema, shipmentSchema } from '../../../../shared/contracts/order.ts';

const productSchema = z.object({
  slug: z.string(),
  name: localizedTextSchema,
  category: z.string(),
  price: moneySchema,
  attributes: z.record(z.string(), z.json()),
  variants: z.array(z.object({ sku: z.string(), label: localizedTextSchema, stock: z.int() })),
  image: z.string(),
});
export type DemoProduct = z.infer<typeof productSchema>;

const customerSchema = z.object({
  slug: z.string(),
  name: z.string(),
  language: languageSchema,
  tier: tierSchema,
  phone: z.string(),
  email: z.string(),
  joinedDays: z.number(),
  spent: moneySchema,
  refundCount: z.int(),
  address: z.object({ province: z.string(), city: z.string(), district: z.string(), street: z.string() }),
});
export type DemoCustomer = z.infer<typeof customerSchema>;

const orderSchema = z.object({
  number: z.string(),
  customer: z.string(),
  placedHours: z.number(),
  state: orderStateSchema,
  lines: z.array(z.object({ sku: z.string(), product: z.string(), quantity: z.int().positive(), unitPrice: moneySchema, discount: moneySchema })),
  paid: moneySchema,
  shipments: z.array(
    z.object({
      purpose: z.enum(['order', 'reship', 'return']),
      carrier: z.string(),
      trackingNumber: z.string(),
      state: shipmentSchema.shape.state,
      events: z.array(z.object({ hoursAgo: z.number(), text: localizedTextSchema })),
    }),
  ),
  refunds: z.array(
    z.object({ amount: moneySchema, hoursAgo: z.number(), state: z.enum(['pending', 'done']), lines: z.array(z.object({ sku: z.string(), quantity: z.int().positive() })) }),
  ),
  note: z.string().optional(),
  invoice: z.object({ state: z.enum(['none', 'requested', 'issued']) }).optional(),
  version: z.int().positive(),
});
export type DemoOrder = z.infer<typeof orderSchema>;

const priceSchema = z.object({ sku: z.string(), price: moneySchema, sinceHours: z.number() });

const shopSchema = z.object({ carriers: z.array(z.object({ slug: z.string(), name: localizedTextSchema })) });

/** The demo shop's system data, as its files have it. Times are hours or days before the demo's start. */
export type DemoData = {
  readonly products: readonly DemoProduct[];
  readonly customers: readonly DemoCustomer[];
  readonly orders: readonly DemoOrder[];
  readonly prices: readonly z.infer<typeof priceSchema>[];
  readonly carriers: z.infer<typeof shopSchema>['carriers'];
};

async function readData<T>(folder: string, name: string, schema: z.ZodType<T>): Promise<T> {
  return schema.parse(JSON.parse(await readFile(path.join(folder, name), 'utf8')));
}

/** Reads `resources/demo-shop`; a file that doesn't fit its schema throws, since it ships with the program. */
export async function readDemoData(folder: string): Promise<DemoData> {
  const [products, customers, orders, prices, { carriers }] = await Promise.all([
    readData(folder, 'products.json', z.array(productSchema)),
    readData(folder, 'customers.json', z.array(customerSchema)),
    readData(folder, 'orders.json', z.array(orderSchema)),
    readData(folder, 'prices.json', z.array(priceSchema)),
    readData(folder, 'shop.json', shopSchema),
  ]);
  return { products, customers, orders, prices, carriers };
}
