import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createPhraseGuard, guardReply, type GuardRule } from '../../src/assist/index.ts';
import { article, coupon, customer, graph, INTENTS, macro, order, orderState, price, product, type shipment, shop, staff } from './demo-shop-shapes.ts';

const folder = new URL('../../resources/demo-shop/', import.meta.url);
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
const demo = {
  shop: shop.parse(read('shop.json')),
  staff: z.array(staff).parse(read('staff.json')),
  products: z.array(product).parse(read('products.json')),
  graph: graph.parse(read('graph.json')),
  articles: z.array(article).parse(read('articles.json')),
  customers: z.array(customer).parse(read('customers.json')),
  orders: z.array(order).parse(read('orders.json')),
  prices: z.array(price).parse(read('prices.json')),
  coupons: z.array(coupon).parse(read('coupons.json')),
  macros: z.array(macro).parse(read('macros.json')),
};

type Order = z.infer<typeof order>;
type Shipment = z.infer<typeof shipment>;
const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
const goodsOf = ({ lines }: Order): number => sum(lines.map((one) => one.quantity * one.unitPrice.amount - one.discount.amount));
const refundedOf = ({ refunds }: Order): number => sum(refunds.map(({ amount }) => amount.amount));
/** As the shipping fee article says; the demo has one remote province. */
function feeOf(one: Order): number {
  const { fee, remoteFee, freeFrom, remoteFreeFrom } = demo.shop.shipping;
  const isRemote = /新疆|Xinjiang/.test(customers.get(one.customer)?.address.province ?? '');
  const [charge, from] = isRemote ? [remoteFee, remoteFreeFrom] : [fee, freeFrom];
  return goodsOf(one) < from.amount ? charge.amount : 0;
}
const articleSlugs = new Set(demo.articles.map((one) => one.slug));
const skus = new Map(demo.products.flatMap((one) => one.variants.map(({ sku }) => [sku, one] as const)));
const customers = new Map(demo.customers.map((one) => [one.slug, one]));

/** The names of entries that break a law; an empty list when all keep it, so that a failure says who did not. */
function breakers<T>(entries: readonly T[], nameOf: (entry: T) => string, isLawful: (entry: T) => boolean): string[] {
  return entries.filter((entry) => !isLawful(entry)).map(nameOf);
}

const repeated = (names: readonly string[]): string[] => names.filter((name, index) => names.indexOf(name) !== index);

const WAY: Record<Order['state'], (there: Shipment | undefined) => boolean> = {
  placed: (there) => there === undefined,
  paid: (there) => there === undefined,
  cancelled: (there) => there === undefined,
  packed: (there) => there?.state === 'label',
  shipped: (there) => ['in-transit', 'stalled', 'out-for-delivery'].includes(there?.state ?? ''),
  delivered: (there) => there?.state === 'delivered',
  completed: (there) => there?.state === 'delivered',
  returning: (there) => there?.state === 'delivered' || there?.state === 'returned',
  refunded: (there) => there?.state === 'delivered',
};

describe('the demo shop', () => {
  it('has the promised amounts', () => {
    expect([demo.products.length, demo.customers.length, demo.orders.length, demo.macros.length]).toEqual([60, 120, 400, 24]);
    expect(demo.articles.length).toBeGreaterThanOrEqual(120);
    expect(new Set(demo.orders.map(({ state }) => state))).toEqual(new Set(orderState.options));
  });

  it('names everything once', () => {
    for (const entries of [demo.products, demo.articles, demo.customers, demo.macros]) expect(repeated(entries.map((one) => one.slug))).toEqual([]);
    expect(repeated(demo.orders.map(({ number }) => number))).toEqual([]);
    expect(repeated(demo.products.flatMap(({ variants }) => variants.map(({ sku }) => sku)))).toEqual([]);
    expect(repeated(demo.orders.flatMap(({ shipments }) => shipments.map(({ trackingNumber }) => trackingNumber)))).toEqual([]);
    expect(repeated([...demo.customers.map(({ phone }) => phone), ...demo.customers.map(({ email }) => email)])).toEqual([]);
    expect(repeated([...demo.coupons.map(({ code }) => code), ...demo.macros.map(({ key }) => key), ...demo.staff.map(({ login }) => login)])).toEqual([]);
  });

  it('has staff for every skill of every queue, in both languages', () => {
    const skillsOf = (language: 'zh' | 'en') => new Set(demo.staff.filter(({ languages }) => languages.includes(language)).flatMap(({ skills }) => skills));
    const wanted = demo.shop.queues.flatMap(({ skills }) => skills);
    expect(wanted.filter((skill) => !skillsOf('zh').has(skill) || !skillsOf('en').has(skill))).toEqual([]);
  });
});

describe('the demo knowledge', () => {
  it('keeps owners, intents and answers straight', () => {
    const logins = new Set(demo.staff.map(({ login }) => login));
    const productSlugs = new Set(demo.products.map((one) => one.slug));
    const isLawful = (one: z.infer<typeof article>): boolean =>
      logins.has(one.owner) &&
      one.intents.every((intent) => INTENTS.has(intent)) &&
      (one.scope.products ?? []).every((name) => productSlugs.has(name)) &&
      (one.visibility === 'public') === (one.answer !== null);
    expect(breakers(demo.articles, (one) => one.slug, isLawful)).toEqual([]);
  });

  it('lets the bot answer every intent', () => {
    const answered = new Set(demo.articles.filter(({ answer }) => answer !== null).flatMap(({ intents }) => intents));
    expect([...INTENTS].filter((intent) => !answered.has(intent))).toEqual([]);
  });

  it('says nothing to a customer that the phrase guard would stop or question', () => {
    const rules: GuardRule[] = JSON.parse(readFileSync(new URL('../lexicons/guard.json', folder), 'utf8'));
    const guard = createPhraseGuard(rules);
    const spoken = [...demo.articles.map(({ answer }) => answer), ...demo.macros.map(({ body }) => body)].filter((said) => said !== null);
    const isLawful = (said: string): boolean => guardReply(guard, said).every(({ level }) => level === 'hint');
    expect(breakers(spoken.flatMap(({ zh, en }) => [zh, en]), (said) => said, isLawful)).toEqual([]);
  });

  it('walks from every product over its attributes to its care articles, in their order, and to nothing else', () => {
    const articleOf = new Map(demo.graph.nodes.map((node) => [node.id, node.articleSlug]));
    const next = (from: string): string[] => demo.graph.edges.filter((edge) => edge.from === from).map(({ to }) => to);
    const reached = (name: string) => [...new Set(next(`product:${name}`).flatMap(next).map((id) => articleOf.get(id)))].join();
    expect(breakers(demo.products, (one) => one.slug, (one) => reached(one.slug) === one.care.join())).toEqual([]);
  });

  it('has no loose end in the graph', () => {
    const ids = new Set(demo.graph.nodes.map(({ id }) => id));
    expect(repeated([...demo.graph.nodes.map(({ id }) => id), ...demo.graph.edges.map(({ from, to }) => `${from} > ${to}`)])).toEqual([]);
    expect(demo.graph.edges.filter(({ from, to }) => !ids.has(from) || !ids.has(to))).toEqual([]);
    expect(demo.graph.nodes.filter(({ kind, articleSlug }) => kind === 'policy' && !articleSlugs.has(articleSlug ?? ''))).toEqual([]);
  });

  it('splits a set into parts that add up to its price', () => {
    const partsOf = (one: z.infer<typeof product>): number => sum((one.parts ?? []).map(({ count, value }) => count * value.amount));
    expect(breakers(demo.products, (one) => one.slug, (one) => one.parts === undefined || partsOf(one) === one.price.amount)).toEqual([]);
  });
});

describe('the demo orders', () => {
  it('are all within the limit of somebody who approves', () => {
    const highest = Math.max(...demo.staff.filter(({ role }) => role === 'lead' || role === 'admin').map(({ moneyLimit }) => moneyLimit.amount));
    expect(breakers(demo.orders, (one) => one.number, (one) => one.paid.amount <= highest)).toEqual([]);
  });

  const breaking = (isLawful: (entry: Order) => boolean): string[] => breakers(demo.orders, ({ number }) => number, isLawful);

  it('refer to what exists', () => {
    const codes = new Set(demo.coupons.map(({ code }) => code));
    const carriers = new Map(demo.shop.carriers.map((one) => [one.slug, one.trackingPrefix]));
    expect(breaking((one) => customers.has(one.customer) && one.lines.every(({ sku, product: name }) => skus.get(sku)?.slug === name))).toEqual([]);
    expect(breaking((one) => one.couponCode === undefined || codes.has(one.couponCode))).toEqual([]);
    expect(breaking((one) => one.shipments.every(({ carrier, trackingNumber }) => trackingNumber.startsWith(carriers.get(carrier) ?? '?')))).toEqual([]);
    expect(breaking((one) => one.refunds.every(({ reason, lines }) => INTENTS.has(reason) && lines.every(({ sku }) => one.lines.some((bought) => bought.sku === sku))))).toEqual([]);
  });

  it('add up', () => {
    expect(breaking((one) => one.total.amount === goodsOf(one) + one.shippingFee.amount)).toEqual([]);
    expect(breaking((one) => one.paid.amount === one.total.amount || (one.paid.amount === 0 && ['placed', 'cancelled'].includes(one.state)))).toEqual([]);
    expect(breaking((one) => refundedOf(one) <= one.paid.amount)).toEqual([]);
    expect(breaking((one) => !['refunded', 'cancelled'].includes(one.state) || refundedOf(one) === one.paid.amount)).toEqual([]);
    expect(breaking((one) => one.shippingFee.amount === feeOf(one))).toEqual([]);
    expect(breaking((one) => one.refunds.every(({ lines }) => lines.every((back) => back.quantity <= (one.lines.find(({ sku }) => sku === back.sku)?.quantity ?? 0))))).toEqual([]);
  });

  it('give each coupon its worth', () => {
    const worth = new Map(demo.coupons.map((one) => [one.code, one.kind === 'amount' ? one.value.amount : null]));
    expect(breaking(({ couponCode, lines }) => sum(lines.map(({ discount }) => discount.amount)) === (couponCode === undefined ? 0 : worth.get(couponCode)))).toEqual([]);
  });

  it('tell a story in order of time', () => {
    const isFalling = (times: readonly number[]): boolean => times.every((time, index) => index === 0 || time <= (times[index - 1] ?? 0));
    expect(breaking((one) => one.shipments.every(({ events }) => isFalling([one.placedHours, ...events.map(({ hoursAgo }) => hoursAgo)])))).toEqual([]);
    expect(breaking((one) => one.refunds.every(({ hoursAgo }) => hoursAgo <= one.placedHours))).toEqual([]);
    expect(breaking((one) => WAY[one.state](one.shipments.find(({ purpose }) => purpose === 'order')))).toEqual([]);
    expect(breaking((one) => one.state !== 'delivered' || (one.shipments[0]?.events.at(-1)?.hoursAgo ?? 0) <= 7 * 24)).toEqual([]);
    expect(breaking((one) => one.state !== 'completed' || (one.shipments[0]?.events.at(-1)?.hoursAgo ?? 0) > 7 * 24)).toEqual([]);
  });

  it('are what the generator makes', () => {
    const script = fileURLToPath(new URL('../../scripts/make-demo-orders.ts', import.meta.url));
    expect(() => execFileSync(process.execPath, [script, '--check'], { stdio: 'pipe' })).not.toThrow();
  });
});

describe('the demo customers', () => {
  it('have the tier, spend, refunds and age that their orders say', () => {
    const ordersOf = (name: string): Order[] => demo.orders.filter((one) => one.customer === name);
    const isLawful = (one: z.infer<typeof customer>): boolean => {
      const mine = ordersOf(one.slug);
      const tier = demo.shop.tiers.find(({ spentFrom }) => one.spent.amount >= spentFrom.amount)?.tier;
      const net = sum(mine.map((each) => each.paid.amount - refundedOf(each)));
      const refunds = sum(mine.map((each) => each.refunds.length));
      return one.tier === tier && one.spent.amount >= net && one.refundCount >= refunds && mine.every((each) => each.placedHours <= one.joinedDays * 24);
    };
    expect(breakers(demo.customers, (one) => one.slug, isLawful)).toEqual([]);
  });

  it('include the main story, in both languages', () => {
    const told = demo.orders.filter(({ story }) => story === 'broken-cups-reship-returned');
    expect(told.map(({ number }) => number).toSorted()).toEqual(['B2048-7713', 'B2048-8801']);
    expect(told.map((one) => [one.paid.amount, customers.get(one.customer)?.tier, one.shipments.at(-1)?.state])).toEqual([
      [36_800, 'black', 'returned'],
      [36_800, 'black', 'returned'],
    ]);
  });
});

describe('the demo prices', () => {
  it('are lower than the catalogue', () => {
    expect(breakers(demo.prices, ({ sku }) => sku, ({ sku, price: asked }) => asked.amount < (skus.get(sku)?.price.amount ?? 0))).toEqual([]);
  });
});
