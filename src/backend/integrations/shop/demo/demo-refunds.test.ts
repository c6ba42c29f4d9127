import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { ActionArguments, ActionKind } from '../../../../shared/contracts/action.ts';
import type { Order } from '../../../../shared/contracts/order.ts';
import { readDemoData } from './demo-data.ts';
import { demoId } from './demo-id.ts';
import { createDemoShop, type DemoShop } from './demo-shop.ts';

const START = Date.UTC(2026, 10, 20, 12);

/** Two lines, paid 74 800 together; the first has become cheaper since. */
const TWO_LINES = 'B2048-9328';
/** The second of them, paid 26 199. */
const SECOND = { lineId: `${TWO_LINES}/2`, quantity: 1 };
/** Paid 9 600, of which 800 for shipping. */
const WITH_SHIPPING = 'B2048-3115';
/** Orders of each shape: one line and several, pieces of a kind, with and without shipping or a fallen price, before and after delivery. */
const SHAPES = [TWO_LINES, WITH_SHIPPING, 'B2048-1082', 'B2048-5928', 'B2048-7398', 'B2048-8016', 'B2048-5305', 'B2048-5138', 'B2048-6726'];

const everything = await readDemoData(path.resolve(import.meta.dirname, '../../../../../resources/demo-shop'));
/** These orders only, since the law opens a shop for each sequence. */
const data = { ...everything, orders: everything.orders.filter(({ number }) => SHAPES.includes(number)) };

let opened: { readonly shop: DemoShop; readonly folder: string }[] = [];

function closeShops(): void {
  for (const { shop, folder } of opened) {
    shop.close();
    rmSync(folder, { recursive: true });
  }
  opened = [];
}

afterEach(closeShops);

function openShop(): DemoShop {
  const folder = mkdtempSync(path.join(tmpdir(), 'baton-shop-'));
  const shop = createDemoShop({ data, folder, now: () => START });
  opened.push({ shop, folder });
  return shop;
}

async function orderOf(from: DemoShop, number: string): Promise<Order> {
  const order = await from.getOrder(number);
  if (!order) throw new Error(`no order ${number}`);
  return order;
}

type Act = { readonly kind: ActionKind; readonly args: ActionArguments };

let acts = 0;
async function execute(from: DemoShop, number: string, { kind, args }: Act) {
  acts += 1;
  const { version } = await orderOf(from, number);
  return from.execute({ actionId: demoId('staff', `act-${acts}`), kind, orderNumber: number, orderVersion: version, arguments: args });
}

const refund = (args: ActionArguments): Act => ({ kind: 'refund', args: { reason: 'damaged', ...args } });

/** What the law forbids, in words; empty while it holds. */
function broken({ number, paid, refunded, lines }: Order): string[] {
  const overpaid = lines.filter((line) => line.refunded.amount > line.paid.amount).map((line) => `${line.lineId}: ${line.refunded.amount} of ${line.paid.amount}`);
  return refunded.amount > paid.amount ? [`${number}: ${refunded.amount} of ${paid.amount}`, ...overpaid] : overpaid;
}

describe('what the demo shop pays back', () => {
  it('is for chosen lines never more than was paid for them', async () => {
    const from = openShop();
    expect(await execute(from, TWO_LINES, refund({ lines: [SECOND], amount: 72_000 }))).toMatchObject({ ok: false, error: { code: 'BAD_INPUT', details: { field: 'amount', maximum: 26_199 } } });
    expect(await execute(from, TWO_LINES, refund({ lines: [SECOND], amount: 26_199 }))).toMatchObject({ ok: true });
    expect(await execute(from, TWO_LINES, refund({ lines: [SECOND] }))).toMatchObject({ ok: false, error: { code: 'ACTION_NOT_OFFERED', details: { whyNot: 'nothing-left' } } });
    expect((await orderOf(from, TWO_LINES)).lines.map((line) => line.refunded.amount)).toEqual([0, 26_199]);
  });

  it.each(['refund', 'return', 'reship'] as const)('is not asked for by a line that a %s names more than once', async (kind) => {
    const from = openShop();
    const args = { lines: [SECOND, SECOND, SECOND], ...(kind === 'reship' ? {} : { reason: 'damaged' }) };
    expect(await from.preview(await orderOf(from, TWO_LINES), { kind, arguments: args })).toMatchObject({ ok: false, error: { code: 'BAD_INPUT', details: { field: 'lines' } } });
  });

  it('is for a fallen price never more than is left of the order', async () => {
    const from = openShop();
    await execute(from, TWO_LINES, refund({ amount: 73_000 }));
    expect(await execute(from, TWO_LINES, { kind: 'price-protection', args: {} })).toMatchObject({ ok: true });
    expect(broken(await orderOf(from, TWO_LINES))).toEqual([]);
  });

  it('goes for each piece as it was paid, also when another piece went before', async () => {
    const from = openShop();
    const number = 'B2048-1082';
    const [first, second] = (await orderOf(from, number)).lines;
    const piece = Math.floor((second?.paid.amount ?? 0) / 2);
    const args = { lines: [{ lineId: first?.lineId ?? '', quantity: 1 }, { lineId: second?.lineId ?? '', quantity: 1 }] };
    await execute(from, number, refund(args));
    expect((await orderOf(from, number)).lines.map((line) => line.refunded.amount)).toEqual([first?.paid.amount, piece, 0]);
    expect(await execute(from, number, refund({ lines: args.lines.slice(1) }))).toMatchObject({ ok: true, value: { amount: { amount: piece } } });
  });

  it('leaves the shipping beside the lines when all goes back', async () => {
    const from = openShop();
    await execute(from, WITH_SHIPPING, refund({}));
    const order = await orderOf(from, WITH_SHIPPING);
    expect(order).toMatchObject({ state: 'refunded', refunded: order.paid });
    expect(broken(order)).toEqual([]);
  });
});

type Move = { readonly kind: ActionKind; readonly lines: readonly number[]; readonly quantity: number; readonly share: number | null };

const moves: fc.Arbitrary<Move[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('refund', 'refund', 'refund', 'price-protection', 'return', 'exchange', 'reship', 'coupon', 'cancel'),
    lines: fc.array(fc.nat({ max: 2 }), { maxLength: 3 }),
    quantity: fc.integer({ min: 1, max: 2 }),
    share: fc.option(fc.double({ min: 0.01, max: 1, noNaN: true }), { nil: null }),
  }),
  { maxLength: 10 },
);

/** The offered defaults, with lines and, up to the offered maximum, an amount of the move's own where the act takes them. */
function argumentsOf(move: Move, order: Order, offer: { readonly defaults: ActionArguments; readonly maximum: Order['paid'] | null }): ActionArguments {
  const lines = move.lines.map((index) => ({ lineId: `${order.number}/${index + 1}`, quantity: move.quantity }));
  if (move.kind === 'return' || move.kind === 'reship') return { ...offer.defaults, ...(lines.length > 0 ? { lines } : {}) };
  if (move.kind !== 'refund') return offer.defaults;
  return { ...offer.defaults, lines, ...(move.share === null ? {} : { amount: Math.max(1, Math.floor((offer.maximum?.amount ?? 0) * move.share)) }) };
}

describe('of what was paid', () => {
  it('no more goes back, neither of an order nor of one of its lines, whatever offered acts are done (law)', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...SHAPES), moves, async (number, sequence) => {
        const from = openShop();
        for (const move of sequence) {
          const order = await orderOf(from, number);
          const offer = (await from.listActions(order)).find(({ kind }) => kind === move.kind);
          if (offer?.enabled !== true) continue;
          await execute(from, number, { kind: move.kind, args: argumentsOf(move, order, offer) });
          expect(broken(await orderOf(from, number))).toEqual([]);
        }
      }).afterEach(closeShops),
      { numRuns: 60 },
    );
  });
});
