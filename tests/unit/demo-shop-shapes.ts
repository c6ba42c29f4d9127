/** The shapes of the demo shop's files, closed: an unknown field fails. */
import { z } from 'zod';

export const INTENTS = new Set(
  (
    'track-order urge-delivery delivery-late address-change cancel-order refund-request refund-status return-request exchange-size wrong-item ' +
    'missing-item damaged-item quality-complaint price-protection coupon-trouble invoice-request invoice-error size-advice material-care ' +
    'product-compare stock-availability promotion-question payment-trouble human-request complaint-threat account-help warranty gift-wrap ' +
    'shipping-fee delivery-time shop-hours bulk-order membership product-authenticity installation-help parcel-lost review-question privacy-delete'
  ).split(' '),
);

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const text = z.strictObject({ zh: z.string().min(1).regex(/\p{Script=Han}/u), en: z.string().min(1).regex(/^[^\p{Script=Han}]+$/u) });
/** Short labels such as "50 g" read the same in both languages. */
const label = z.strictObject({ zh: z.string().min(1), en: z.string().regex(/^[^\p{Script=Han}]+$/u) });
const money = z.strictObject({ amount: z.int().min(0), currency: z.literal('CNY') });
const hours = z.number().min(0);
const category = z.enum(['tableware', 'clothing', 'home-textiles', 'appliances', 'luggage', 'personal-care']);
export const orderState = z.enum(['placed', 'paid', 'packed', 'shipped', 'delivered', 'completed', 'cancelled', 'returning', 'refunded']);
const intervals = z.array(z.tuple([z.string().regex(/^\d\d:\d\d$/), z.string().regex(/^\d\d:\d\d$/)])).min(1);

export const shop = z.strictObject({
  slug,
  name: text,
  timeZone: z.literal('Asia/Shanghai'),
  currency: z.literal('CNY'),
  reopenWindowHours: z.literal(48),
  hours: z.strictObject({
    weekly: z.record(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']), intervals),
    holidays: z.array(z.strictObject({ monthDay: z.string().regex(/^\d\d-\d\d$/), name: text, intervals })),
  }),
  queues: z.array(z.strictObject({ slug, name: text, skills: z.array(slug).min(1) })).length(5),
  shipping: z.strictObject({ fee: money, remoteFee: money, freeFrom: money, remoteFreeFrom: money }),
  tiers: z.array(z.strictObject({ tier: z.enum(['black', 'gold', 'silver', 'member']), name: text, spentFrom: money })).length(4),
  carriers: z.array(z.strictObject({ slug, name: text, trackingPrefix: z.string() })),
});
export const staff = z.strictObject({
  login: z.string().regex(/^[a-z]+(\.[a-z]+)?$/),
  name: text,
  role: z.enum(['agent', 'lead', 'admin', 'trainer', 'editor', 'qa']),
  skills: z.array(slug),
  capacity: z.int().min(0),
  languages: z.array(z.enum(['zh', 'en'])).min(1),
  moneyLimit: money,
});
const variant = z.strictObject({ sku: z.string(), label, size: z.string().optional(), color: slug.optional(), stock: z.int().min(0) });
export const product = z.strictObject({
  slug,
  name: text,
  aliases: z.strictObject({ zh: z.array(z.string().min(2)), en: z.array(z.string().min(3)) }),
  category,
  price: money,
  attributes: z.strictObject({ material: slug, features: z.array(slug), spec: label }),
  variants: z.array(variant).min(1),
  care: z.array(slug).min(1),
  image: slug,
  parts: z.array(z.strictObject({ slug, name: text, count: z.int().min(1), value: money })).optional(),
});
export const graph = z.strictObject({
  nodes: z.array(z.strictObject({ id: z.string(), kind: z.enum(['product', 'attribute', 'policy']), label: text, articleSlug: slug.optional() })),
  edges: z.array(z.strictObject({ from: z.string(), to: z.string(), relation: z.enum(['made-of', 'has-feature', 'cared-for-by', 'ruled-by']) })),
});
export const article = z.strictObject({
  slug,
  type: z.enum(['policy', 'faq', 'care', 'how-to', 'product', 'script']),
  version: z.int().min(1),
  scope: z.strictObject({
    categories: z.array(category).optional(),
    products: z.array(slug).optional(),
    orderStates: z.array(orderState).optional(),
    stages: z.array(z.enum(['pre-sale', 'in-sale', 'after-sale'])).optional(),
  }),
  visibility: z.enum(['public', 'internal']),
  validFrom: z.int().max(0),
  validTo: z.int().min(1).nullable(),
  owner: z.string(),
  reviewDueDays: z.int(),
  title: text,
  body: text,
  answer: text.nullable(),
  intents: z.array(z.string()).min(1),
});
export const customer = z.strictObject({
  slug,
  name: z.string(),
  language: z.enum(['zh', 'en']),
  tier: z.enum(['black', 'gold', 'silver', 'member']),
  phone: z.string().regex(/^(17[01]\d{8}|\+44 7700 900\d{3})$/),
  email: z.string().regex(/@example\.(com|org)$/),
  joinedDays: z.int().min(1),
  spent: money,
  refundCount: z.int().min(0),
  tags: z.array(slug),
  address: z.strictObject({
    recipient: z.string(), country: z.literal('CN'), province: z.string(), city: z.string(), district: z.string(), street: z.string(), postcode: z.string(),
  }),
});
const line = z.strictObject({ sku: z.string(), product: slug, quantity: z.int().min(1), unitPrice: money, discount: money });
export const shipment = z.strictObject({
  purpose: z.enum(['order', 'reship', 'return']),
  carrier: slug,
  trackingNumber: z.string().regex(/^[A-Z]{2}\d{12}$/),
  state: z.enum(['label', 'in-transit', 'stalled', 'out-for-delivery', 'delivered', 'returned']),
  events: z.array(z.strictObject({ hoursAgo: hours, text })).min(1),
});
const refund = z.strictObject({
  amount: money,
  hoursAgo: hours,
  state: z.enum(['pending', 'done']),
  reason: z.string(),
  lines: z.array(z.strictObject({ sku: z.string(), quantity: z.int().min(1) })).min(1),
});
export const order = z.strictObject({
  number: z.string().regex(/^B\d{4}-\d{4}$/),
  customer: slug,
  story: slug.optional(),
  placedHours: hours,
  state: orderState,
  lines: z.array(line).min(1),
  shippingFee: money,
  total: money,
  paid: money,
  couponCode: z.string().optional(),
  shipments: z.array(shipment),
  refunds: z.array(refund),
  note: z.string().optional(),
  invoice: z.strictObject({ state: z.enum(['requested', 'issued']), title: z.string() }).optional(),
  version: z.int().min(1),
});
export const price = z.strictObject({ sku: z.string(), price: money, sinceHours: hours });
const couponBase = z.strictObject({
  code: z.string(), minSpend: money, validDays: z.int().min(0), state: z.enum(['active', 'paused', 'expired']), title: text, categories: z.array(category).optional(),
});
export const coupon = z.discriminatedUnion('kind', [
  couponBase.extend({ kind: z.literal('amount'), value: money }),
  couponBase.extend({ kind: z.literal('percent'), value: z.int().min(1).max(99) }),
]);
export const macro = z.strictObject({ slug, key: z.string().regex(/^[a-z]+$/), title: text, body: text });
