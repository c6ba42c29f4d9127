import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { ActionArguments } from '../../../../shared/contracts/action.ts';
import type { Order } from '../../../../shared/contracts/order.ts';
import { withRefund } from './actions/refund.ts';
import { readDemoData } from './demo-data.ts';
import { demoId } from './demo-id.ts';
import { createDemoShop, type DemoShop } from './demo-shop.ts';

const data = await readDemoData(path.resolve(import.meta.dirname, '../../../../../resources/demo-shop'));
const START = Date.UTC(2026, 10, 20, 12);
const HOUR = 3_600_000;

/** An order of one line, whose price has fallen since. */
const CHEAPER_NOW = 'B2048-8016';

let shops: DemoShop[] = [];
let folders: string[] = [];

afterEach(() => {
  for (const shop of shops) shop.close();
  for (const folder of folders) rmSync(folder, { recursive: true });
  shops = [];
  folders = [];
});

function openShop(now: () => number = () => START, folder?: string): DemoShop {
  const home = folder ?? mkdtempSync(path.join(tmpdir(), 'baton-shop-'));
  if (!folder) folders.push(home);
  const shop = createDemoShop({ data, folder: home, now });
  shops.push(shop);
  return shop;
}

async function orderOf(shop: DemoShop, number: string): Promise<Order> {
  const order = await shop.getOrder(number);
  if (!order) throw new Error(`no order ${number}`);
  return order;
}

describe('the demo shop', () => {
  it('remembers what was done when it is opened again', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'baton-shop-'));
    folders.push(folder);
    const first = openShop(() => START, folder);
    const order = await orderOf(first, 'B2048-7713');
    await first.execute({ actionId: demoId('staff', 'act'), kind: 'refund', orderNumber: order.number, orderVersion: order.version, arguments: { amount: 9_800, reason: 'damaged', lines: [] } });
    first.close();
    shops = [];
    const second = openShop(() => START + 24 * HOUR, folder);
    expect((await orderOf(second, 'B2048-7713')).refunded.amount).toBe(9_800);
    expect((await orderOf(second, 'B2048-7713')).placedAt).toBe(order.placedAt);
  });

  it('asks a carrier to hurry once, and says so when asked again at once', async () => {
    const shop = openShop();
    const stalled = data.orders.find((order) => order.state === 'shipped' && order.shipments.at(-1)?.state === 'stalled');
    const order = await orderOf(shop, stalled?.number ?? '');
    const act = { actionId: demoId('staff', 'urge'), kind: 'urge-delivery' as const, orderNumber: order.number, orderVersion: order.version, arguments: {} };
    expect(await shop.execute(act)).toMatchObject({ ok: true });
    const again = (await shop.listActions(await orderOf(shop, order.number))).find((offer) => offer.kind === 'urge-delivery');
    expect(again).toMatchObject({ enabled: false, whyNot: 'urged-recently' });
  });

  /** Does it, with the defaults that are offered now; each time under an id of its own. */
  async function actAsOffered(shop: DemoShop, kind: 'price-protection' | 'coupon', { number, id, args }: { number: string; id: string; args?: ActionArguments }) {
    const order = await orderOf(shop, number);
    const offer = (await shop.listActions(order)).find((one) => one.kind === kind);
    return shop.execute({ actionId: demoId('staff', id), kind, orderNumber: number, orderVersion: order.version, arguments: args ?? offer?.defaults ?? {} });
  }

  const offerOf = async (shop: DemoShop, number: string, kind: string) => (await shop.listActions(await orderOf(shop, number))).find((offer) => offer.kind === kind);

  it('pays the same difference back once, whatever is done in between and however often it is opened', async () => {
    const number = CHEAPER_NOW;
    const folder = mkdtempSync(path.join(tmpdir(), 'baton-shop-'));
    folders.push(folder);
    const shop = openShop(() => START, folder);
    const difference = (await offerOf(shop, number, 'price-protection'))?.maximum?.amount ?? 0;
    expect(difference).toBeGreaterThan(0);
    expect(await actAsOffered(shop, 'price-protection', { number, id: 'first' })).toMatchObject({ ok: true, value: { amount: { amount: difference } } });
    const order = await orderOf(shop, number);
    await shop.execute({ actionId: demoId('staff', 'refund'), kind: 'refund', orderNumber: number, orderVersion: order.version, arguments: { amount: 100, reason: 'late', lines: [] } });
    for (const again of [shop, openShop(() => START, folder)]) {
      expect(await offerOf(again, number, 'price-protection')).toMatchObject({ enabled: false, whyNot: 'nothing-left', maximum: { amount: 0 } });
      expect(await actAsOffered(again, 'price-protection', { number, id: 'again' })).toMatchObject({ ok: false, error: { code: 'ACTION_NOT_OFFERED' } });
    }
    expect((await orderOf(shop, number)).refunded.amount).toBe(difference + 100);
  });

  it('pays what the price has fallen further since', async () => {
    const number = CHEAPER_NOW;
    const sku = data.orders.find((order) => order.number === number)?.lines[0]?.sku;
    const folder = mkdtempSync(path.join(tmpdir(), 'baton-shop-'));
    folders.push(folder);
    const shop = openShop(() => START, folder);
    await actAsOffered(shop, 'price-protection', { number, id: 'first' });
    const cheaper = data.prices.map((one) => (one.sku === sku ? { ...one, price: { ...one.price, amount: one.price.amount - 700 } } : one));
    const later = createDemoShop({ data: { ...data, prices: cheaper }, folder, now: () => START });
    shops.push(later);
    expect(await actAsOffered(later, 'price-protection', { number, id: 'second' })).toMatchObject({ ok: true, value: { amount: { amount: 700 } } });
  });

  it('gives coupons for one order up to the highest, not each time anew', async () => {
    const shop = openShop();
    const number = 'B2048-7713';
    expect(await actAsOffered(shop, 'coupon', { number, id: 'first', args: { amount: 4_500, reason: 'apology' } })).toMatchObject({ ok: true });
    expect(await offerOf(shop, number, 'coupon')).toMatchObject({ enabled: true, maximum: { amount: 500 }, defaults: { amount: 500 } });
    expect(await actAsOffered(shop, 'coupon', { number, id: 'too-much', args: { amount: 501, reason: 'apology' } })).toMatchObject({ ok: false, error: { code: 'BAD_INPUT', details: { field: 'amount' } } });
    expect(await actAsOffered(shop, 'coupon', { number, id: 'rest' })).toMatchObject({ ok: true, value: { amount: { amount: 500 } } });
    expect(await offerOf(shop, number, 'coupon')).toMatchObject({ enabled: false, whyNot: 'coupon-given', maximum: { amount: 0 } });
  });

  it('takes a return within seven days of delivery and says why not later', async () => {
    let now = START;
    const shop = openShop(() => now);
    const order = await orderOf(shop, 'B2048-7713');
    const offer = async () => (await shop.listActions(order)).find(({ kind }) => kind === 'return');
    expect((await offer())?.enabled).toBe(true);
    now += 3 * 24 * HOUR;
    expect((await offer())?.whyNot).toBe('return-window-over');
  });

  it('gives every offered action defaults and a schema, and every impossible one a reason', async () => {
    const shop = openShop();
    for (const raw of data.orders.slice(0, 80)) {
      for (const offer of await shop.listActions(await orderOf(shop, raw.number))) {
        expect(offer.enabled).toBe(offer.whyNot === null);
        expect(offer).toMatchObject(offer.enabled ? { argumentsSchema: { type: 'object' } } : {});
      }
    }
  });

  it('keeps the lines adding up to the order, however refunds fall (law)', async () => {
    const order = await orderOf(openShop(), data.orders.find((one) => one.lines.length >= 2 && one.refunds.length === 0 && one.paid.amount > 0)?.number ?? '');
    const paidLines = order.lines.reduce((sum, line) => sum + line.paid.amount, 0);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5_000 }), { maxLength: 12 }), (amounts) => {
        let current = order;
        for (const amount of amounts) {
          const left = paidLines - current.refunded.amount;
          if (amount > left) continue;
          current = withRefund(current, { amount, currency: 'CNY' }, { at: START, receiptNumber: null });
          expect(current.lines.reduce((sum, line) => sum + line.refunded.amount, 0)).toBe(current.refunded.amount);
          for (const line of current.lines) expect(line.refunded.amount).toBeLessThanOrEqual(line.paid.amount);
        }
      }),
    );
  });
});
