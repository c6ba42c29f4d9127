import path from 'node:path';
import type { Customer, Order } from '../../../../shared/contracts/order.ts';
import type { Failure } from '../../../../shared/contracts/errors.ts';
import { err, ok, type Result } from '../../../../shared/lib/result.ts';
import type { ShopAct, ShopPort, ShopReceipt } from '../shop-port.ts';
import { ACTION_KINDS, ACTION_RULES } from './actions/table.ts';
import type { RuleContext, Variant } from './actions/rule.ts';
import type { DemoCustomer, DemoData } from './demo-data.ts';
import { demoId } from './demo-id.ts';
import { makeOrder } from './demo-order.ts';
import { openDemoStore, type DemoStore } from './demo-store.ts';

const DAY = 86_400_000;

type Dependencies = { readonly data: DemoData; readonly folder: string; readonly now: () => number };

/** The demo shop behind the port, and what only the demo has: closing it. */
export type DemoShop = ShopPort & { readonly close: () => void };

/** Keeps the first three and last four characters of a phone number. */
const maskPhone = (phone: string): string => `${phone.slice(0, 3)} •••• ${phone.slice(-4)}`;
const maskEmail = (email: string): string => email.replace(/^(.).*@/u, '$1•••@');

function presentCustomer(raw: DemoCustomer, orderCount: number, startedAt: number): Customer {
  return {
    id: demoId('customer', raw.slug),
    name: raw.name,
    tier: raw.tier,
    language: raw.language,
    phone: maskPhone(raw.phone),
    email: maskEmail(raw.email),
    memberSince: Math.round(startedAt - raw.joinedDays * DAY),
    spent: raw.spent,
    orderCount,
    refundCount: raw.refundCount,
    contactCount: 0,
    identified: true,
  };
}

/** Variants by sku with today's price and stock, and the siblings of each. */
function createCatalogue(data: DemoData, store: DemoStore) {
  const productOfSku = new Map(data.products.flatMap((product) => product.variants.map(({ sku }) => [sku, product] as const)));
  const priceDrops = new Map(data.prices.map(({ sku, price }) => [sku, price]));
  const variant = (sku: string): Variant | null => {
    const product = productOfSku.get(sku);
    const label = product?.variants.find((candidate) => candidate.sku === sku)?.label;
    if (!product || !label) return null;
    return { sku, label, stock: store.getStock(sku), price: priceDrops.get(sku) ?? product.price };
  };
  const siblings = (sku: string): Variant[] =>
    (productOfSku.get(sku)?.variants ?? []).map((candidate) => variant(candidate.sku)).filter((found) => found !== null);
  return { variant, siblings };
}

const nextVersion = (version: string): string => `v${Number(version.slice(1)) + 1}`;

/** Receipt numbers look like `R-77120`: derived from the act, so that a repeat finds the same one. */
const receiptNumberOf = (actionId: string): string => `R-${10_000 + (Number.parseInt(actionId.slice(-8), 16) % 90_000)}`;

type Executing = { readonly store: DemoStore; readonly contextOf: (order: Order) => RuleContext };

function execute({ store, contextOf }: Executing, act: ShopAct): Result<ShopReceipt, Failure> {
  const before = store.getReceipt(act.actionId);
  if (before) return ok(before);
  const order = store.getOrder(act.orderNumber);
  if (!order) return err({ code: 'NOT_FOUND', details: { orderNumber: act.orderNumber } });
  if (order.version !== act.orderVersion) return err({ code: 'STALE_ORDER', details: { orderVersion: order.version } });
  const planned = ACTION_RULES[act.kind].plan(contextOf(order), act.arguments);
  if (!planned.ok) return planned;
  const { order: changed, stock, given = [] } = planned.value.apply();
  const version = nextVersion(order.version);
  const receipt = { receiptNumber: receiptNumberOf(act.actionId), orderVersion: version, amount: planned.value.preview.total };
  store.execute({ actionId: act.actionId, receipt, order: { ...changed, version }, stock, given: given.map((one) => ({ ...one, kind: act.kind })) });
  return ok(receipt);
}

/** Opens the demo shop over its own database in `folder`. */
export function createDemoShop({ data, folder, now }: Dependencies): DemoShop {
  const products = new Map(data.products.map((product) => [product.slug, product]));
  const customersBySlug = new Map(data.customers.map((customer) => [customer.slug, customer]));
  const carriers = new Map(data.carriers.map((carrier) => [carrier.slug, carrier.name]));
  const lookup = { product: (slug: string) => products.get(slug), customer: (slug: string) => customersBySlug.get(slug), carrierName: (slug: string) => carriers.get(slug) ?? { zh: slug, en: slug } };
  const store = openDemoStore(path.join(folder, 'demo-shop.db'), now(), (startedAt) => ({
    orders: data.orders.map((order) => makeOrder(order, { startedAt, ...lookup })),
    stock: new Map(data.products.flatMap((product) => product.variants.map(({ sku, stock }) => [sku, stock] as const))),
  }));
  const customers = new Map(data.customers.map((customer) => [demoId('customer', customer.slug), customer]));
  const catalogue = createCatalogue(data, store);
  const contextOf = (order: Order): RuleContext => ({ order, now: now(), ...catalogue, givenBefore: store.getGiven });
  return {
    getCustomer: async (customerId) => {
      const raw = customers.get(customerId);
      return raw ? presentCustomer(raw, store.listOrders(customerId).length, store.startedAt) : null;
    },
    getOrder: async (orderNumber) => store.getOrder(orderNumber),
    listOrders: async (customerId) => store.listOrders(customerId),
    listActions: async (order) =>
      ACTION_KINDS.map((kind) => {
        const { whyNot, maximum, defaults } = ACTION_RULES[kind].offer(contextOf(order));
        const enabled = whyNot === null;
        return { kind, enabled, whyNot, maximum, defaults: enabled ? defaults : {}, argumentsSchema: enabled ? ACTION_RULES[kind].argumentsSchema(contextOf(order)) : {} };
      }),
    preview: async (order, act) => {
      const planned = ACTION_RULES[act.kind].plan(contextOf(order), act.arguments);
      return planned.ok ? ok({ kind: act.kind, orderNumber: order.number, orderVersion: order.version, ...planned.value.preview }) : planned;
    },
    execute: async (act) => execute({ store, contextOf }, act),
    findReceipt: async (actionId) => store.getReceipt(actionId),
    close: store.close,
  };
}
