/**
 * Fills `resources/demo-shop/orders.json` up to 400 orders: orders that carry a `story` were written by hand and are kept
 * as they are, all others are made anew from a fixed seed. The same catalogue and customers give the same bytes.
 *
 * `node scripts/make-demo-orders.ts` writes the file; with `--check` it writes nothing and exits 1 when the file differs.
 */
import { readFileSync, writeFileSync } from 'node:fs';

type Text = { zh: string; en: string };
type Money = { amount: number; currency: string };
type Variant = { sku: string; stock: number };
type Product = { slug: string; category: string; price: Money; variants: Variant[] };
type Customer = { slug: string; name: string; address: { province: string; city: string } };
type Coupon = { code: string; value: Money | number; minSpend: Money; state: string; categories?: string[] };
type Carrier = { slug: string; trackingPrefix: string };
type Shop = { currency: string; carriers: Carrier[]; shipping: { fee: Money; remoteFee: Money; freeFrom: Money; remoteFreeFrom: Money } };
type Line = { sku: string; product: string; quantity: number; unitPrice: Money; discount: Money };
type ShipmentEvent = { hoursAgo: number; text: Text };
type Shipment = { purpose: string; carrier: string; trackingNumber: string; state: string; events: ShipmentEvent[] };
/** What was paid, and for which lines. */
type Settled = { lines: readonly Line[]; paid: Money };
type Refund = { amount: Money; hoursAgo: number; state: string; reason: string; lines: { sku: string; quantity: number }[] };
type Order = {
  number: string; customer: string; story?: string; placedHours: number; state: string;
  lines: Line[]; shippingFee: Money; total: Money; paid: Money; couponCode?: string;
  shipments: Shipment[]; refunds: Refund[]; note?: string; invoice?: { state: string; title: string }; version: number;
};
/** The course of an order, drawn before its details: hours ago, oldest first. */
type Course = { state: string; placed: number; packed?: number; collected?: number; delivered?: number; returned?: number };
type Deck = { random: () => number; between: (low: number, high: number) => number; pick: <T>(items: readonly T[]) => T };

const WANTED = 400;
const SEED = 20_48;
/** Number series (the 2048 of B2048-7713) go down by one every so many days. */
const DAYS_PER_SERIES = 11;
/** Hours without a scan after which a parcel counts as stalled, as the shop's policy says. */
const STALLED_AFTER = 48;
/** Parcels still on their way this many hours after collection stuck at the first hub. */
const STUCK_AFTER = 66;
/** State of a parcel by its number of events. */
const WAY_STATES = ['label', 'in-transit', 'in-transit', 'in-transit', 'out-for-delivery', 'delivered'];
const COUPONS_FOR_ALL = new Set(['WELCOME20', 'LEAF30', 'AUTUMN50']);
const RETURNS = new Set(['returning', 'refunded']);
const REMOTE = new Set(['新疆', 'Xinjiang']);
const CITIES = '上海 Shanghai|苏州 Suzhou|杭州 Hangzhou|北京 Beijing|深圳 Shenzhen|广州 Guangzhou|成都 Chengdu|武汉 Wuhan|西安 Xi\'an|厦门 Xiamen|青岛 Qingdao|乌鲁木齐 Urumqi'.split('|');
/** How many orders of a hundred are in each state. */
const SHARES: readonly (readonly [string, number])[] = [
  ['placed', 2], ['paid', 6], ['packed', 5], ['shipped', 14], ['delivered', 18], ['completed', 41], ['cancelled', 5], ['returning', 4], ['refunded', 5],
];

const folder = new URL('../resources/demo-shop/', import.meta.url);
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
const shop = read('shop.json') as Shop;
const products = read('products.json') as Product[];
const customers = read('customers.json') as Customer[];
const coupons = (read('coupons.json') as Coupon[]).filter(({ code }) => COUPONS_FOR_ALL.has(code));

const money = (amount: number): Money => ({ amount, currency: shop.currency });
const hours = (value: number): number => Math.round(value * 10) / 10;
const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

/** mulberry32, a 32-bit generator by Tommy Ettinger (public domain). */
function createDeck(seed: number): Deck {
  let state = seed;
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const pick = <T>(items: readonly T[]): T => {
    const item = items[Math.floor(random() * items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
  return { random, between: (low, high) => low + random() * (high - low), pick };
}

function drawState({ random }: Deck): string {
  let rest = random() * sum(SHARES.map(([, share]) => share));
  for (const [state, share] of SHARES) {
    rest -= share;
    if (rest < 0) return state;
  }
  return 'completed';
}

/** Goods leave within 48 hours of payment and a delivered order is completed after 7 days (168 hours), as the policies say. */
function drawCourse(deck: Deck): Course {
  const state = drawState(deck);
  const { between } = deck;
  if (state === 'placed') return { state, placed: between(0.3, 20) };
  if (state === 'paid') return { state, placed: between(0.5, 42) };
  if (state === 'packed') return { state, placed: between(12, 44), packed: between(1, 10) };
  if (state === 'cancelled') return { state, placed: between(30, 1800) };
  const range = { delivered: [4, 150], returning: [60, 140], refunded: [200, 2400] }[state] ?? [170, 4300];
  const delivered = between(range[0] ?? 0, range[1] ?? 0);
  const collected = state === 'shipped' ? between(6, 100) : delivered + between(28, 80);
  const sent = { state, collected, packed: collected + between(2, 8), placed: collected + between(10, 40) };
  if (state === 'shipped') return sent;
  return { ...sent, delivered, ...(RETURNS.has(state) ? { returned: delivered * between(0.4, 0.75) } : {}) };
}

function drawLines(deck: Deck): Line[] {
  const chosen = new Map<string, Line>();
  const count = deck.pick([1, 1, 1, 1, 2, 2, 3]);
  while (chosen.size < count) {
    const product = deck.pick(products);
    const { sku } = deck.pick(product.variants);
    const quantity = product.price.amount < 10_000 ? deck.pick([1, 1, 2, 3]) : 1;
    chosen.set(product.slug, { sku, product: product.slug, quantity, unitPrice: product.price, discount: money(0) });
  }
  return [...chosen.values()];
}

const goodsOf = (lines: readonly Line[]): number => sum(lines.map((line) => line.quantity * line.unitPrice.amount));

/** Shares an amount off over the lines by their value, leftover cents to the largest remainders. */
function shareDiscount(lines: readonly Line[], off: number): Line[] {
  const goods = goodsOf(lines);
  const exact = lines.map((line) => (off * line.quantity * line.unitPrice.amount) / goods);
  const shares = exact.map(Math.floor);
  const byRemainder = exact.map((value, index) => ({ index, remainder: value % 1 })).toSorted((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, off - sum(shares))) shares[index] = (shares[index] ?? 0) + 1;
  return lines.map((line, index) => ({ ...line, discount: money(shares[index] ?? 0) }));
}

function drawCoupon(deck: Deck, lines: readonly Line[]): Coupon | undefined {
  const fitting = coupons.filter((coupon) => coupon.state === 'active' && coupon.minSpend.amount <= goodsOf(lines));
  return fitting.length > 0 && deck.random() < 0.3 ? deck.pick(fitting) : undefined;
}

const amountOff = (coupon: Coupon | undefined): number => (coupon === undefined || typeof coupon.value === 'number' ? 0 : coupon.value.amount);

function feeFor(goods: number, province: string): number {
  const { fee, remoteFee, freeFrom, remoteFreeFrom } = shop.shipping;
  if (REMOTE.has(province)) return goods < remoteFreeFrom.amount ? remoteFee.amount : 0;
  return goods < freeFrom.amount ? fee.amount : 0;
}

function cityOf({ address }: Customer): Text {
  const names = CITIES.map((pair) => pair.split(' ')).find((pair) => pair.includes(address.city));
  if (names?.[0] === undefined || names[1] === undefined) throw new Error(`no city ${address.city}: add it to CITIES`);
  return { zh: names[0], en: names[1] };
}

function wayEvents(course: Course, city: Text): ShipmentEvent[] {
  const { collected, packed } = course;
  if (packed === undefined) return [];
  const label = { hoursAgo: hours(packed), text: { zh: '商家已打单，等待揽收', en: 'Label printed, waiting for collection' } };
  if (collected === undefined) return [label];
  const arrived = course.delivered ?? 0;
  const at = (share: number): number => hours(collected - (collected - arrived) * share);
  const steps: ShipmentEvent[] = [
    { hoursAgo: hours(collected), text: { zh: '已从上海仓揽收', en: 'Collected at the Shanghai warehouse' } },
    { hoursAgo: at(0.15), text: { zh: '到达上海转运中心', en: 'Arrived at the Shanghai hub' } },
    { hoursAgo: at(0.7), text: { zh: `到达${city.zh}转运中心`, en: `Arrived at the ${city.en} hub` } },
    { hoursAgo: at(0.92), text: { zh: `${city.zh}派送中`, en: `Out for delivery in ${city.en}` } },
    { hoursAgo: at(1), text: { zh: '已签收，本人', en: 'Delivered, signed by the recipient' } },
  ];
  if (course.delivered !== undefined) return [label, ...steps];
  return [label, ...steps.slice(0, collected > STUCK_AFTER ? 2 : Math.min(4, 1 + Math.floor(collected / 14)))];
}

function wayState(events: readonly ShipmentEvent[]): string {
  const isMoving = events.length > 1 && events.length < WAY_STATES.length;
  return isMoving && (events.at(-1)?.hoursAgo ?? 0) > STALLED_AFTER ? 'stalled' : (WAY_STATES[events.length - 1] ?? 'delivered');
}

function drawParcel(deck: Deck, purpose: string, way: { state: string; events: ShipmentEvent[] }): Shipment {
  const { slug, trackingPrefix } = deck.pick(shop.carriers.slice(0, 2));
  const digits = Array.from({ length: 12 }, () => Math.floor(deck.random() * 10)).join('');
  return { purpose, carrier: slug, trackingNumber: trackingPrefix + digits, ...way };
}

function drawShipments(deck: Deck, course: Course, city: Text): Shipment[] {
  const events = wayEvents(course, city);
  if (events.length === 0) return [];
  const there = drawParcel(deck, 'order', { state: wayState(events), events });
  if (course.returned === undefined) return [there];
  const back = [{ hoursAgo: hours(course.returned), text: { zh: '退货已上门取件', en: 'Return collected' } }];
  if (course.state === 'returning') return [there, drawParcel(deck, 'return', { state: 'in-transit', events: back })];
  const arrived = { hoursAgo: hours(course.returned * 0.6), text: { zh: '退货已到上海仓', en: 'Return arrived at the Shanghai warehouse' } };
  return [there, drawParcel(deck, 'return', { state: 'delivered', events: [...back, arrived] })];
}

function refundOf({ lines, paid }: Settled, hoursAgo: number, reason: string): Refund {
  return { amount: paid, hoursAgo: hours(hoursAgo), state: 'done', reason, lines: lines.map(({ sku, quantity }) => ({ sku, quantity })) };
}

/** One piece of a line, at what was paid for it. */
function pieceRefund(line: Line, hoursAgo: number): Refund {
  const amount = Math.floor((line.quantity * line.unitPrice.amount - line.discount.amount) / line.quantity);
  return refundOf({ lines: [{ ...line, quantity: 1 }], paid: money(amount) }, hoursAgo, 'damaged-item');
}

function drawRefunds(deck: Deck, course: Course, order: Settled): Refund[] {
  if (course.state === 'cancelled') return order.paid.amount === 0 ? [] : [refundOf(order, course.placed - deck.between(2, 20), 'cancel-order')];
  if (course.state === 'refunded') return [refundOf(order, (course.returned ?? 0) * 0.5, 'return-request')];
  const first = order.lines[0];
  const isSettled = course.state === 'delivered' || course.state === 'completed';
  if (first === undefined || !isSettled || deck.random() > 0.06) return [];
  return [pieceRefund(first, (course.delivered ?? 0) * 0.7)];
}

function drawNumber(deck: Deck, placed: number, taken: Set<string>): string {
  const series = 2048 - Math.floor(placed / 24 / DAYS_PER_SERIES);
  const number = `B${series}-${Math.floor(deck.between(1000, 10_000))}`;
  if (taken.has(number)) return drawNumber(deck, placed, taken);
  taken.add(number);
  return number;
}

function drawOrder(deck: Deck, customer: Customer, taken: Set<string>): Order {
  const course = drawCourse(deck);
  const wished = drawLines(deck);
  const coupon = drawCoupon(deck, wished);
  const lines = shareDiscount(wished, amountOff(coupon));
  const goods = goodsOf(wished) - amountOff(coupon);
  const fee = feeFor(goods, customer.address.province);
  const wasPaid = course.state !== 'placed' && !(course.state === 'cancelled' && deck.random() < 0.4);
  const paid = money(wasPaid ? goods + fee : 0);
  const shipments = drawShipments(deck, course, cityOf(customer));
  const refunds = drawRefunds(deck, course, { lines, paid });
  const hasInvoice = course.state === 'completed' && deck.random() < 0.2;
  return {
    number: drawNumber(deck, course.placed, taken),
    customer: customer.slug,
    placedHours: hours(course.placed),
    state: course.state,
    lines,
    shippingFee: money(fee),
    total: money(goods + fee),
    paid,
    ...(coupon === undefined ? {} : { couponCode: coupon.code }),
    shipments,
    refunds,
    ...(hasInvoice ? { invoice: { state: 'issued', title: customer.name } } : {}),
    version: 1 + Number(wasPaid) + sum(shipments.map(({ events }) => events.length)) + refunds.length + Number(hasInvoice),
  };
}

/** Newest first. Whoever has an earlier order written by hand gets none drawn: their history is told in full. */
function makeOrders(existing: readonly Order[]): Order[] {
  const told = existing.filter(({ story }) => story !== undefined);
  const isToldInFull = ({ slug }: Customer): boolean => told.some((order) => order.customer === slug && order.story === 'earlier-order');
  const buyers = customers.filter((customer) => !isToldInFull(customer));
  const deck = createDeck(SEED);
  const taken = new Set(told.map(({ number }) => number));
  const drawn = Array.from({ length: WANTED - told.length }, () => drawOrder(deck, deck.pick(buyers), taken));
  return [...told, ...drawn].toSorted((a, b) => a.placedHours - b.placedHours || a.number.localeCompare(b.number, 'en'));
}

const file = new URL('orders.json', folder);
const before = readFileSync(file, 'utf8');
const after = `${JSON.stringify(makeOrders(JSON.parse(before) as Order[]), null, 2)}\n`;
if (!process.argv.includes('--check')) writeFileSync(file, after);
else if (before !== after) {
  process.stderr.write('orders.json is not what scripts/make-demo-orders.ts makes: run it without --check\n');
  process.exitCode = 1;
}
