import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Order } from '../../../../shared/contracts/order.ts';
import { withRefund } from './actions/refund.ts';
import { readDemoData } from './demo-data.ts';
import { demoId } from './demo-id.ts';
import { createDemoShop, type DemoShop } from './demo-shop.ts';

const data = await readDemoData(path.resolve(import.meta.dirname, '../../../../../resources/demo-shop'));
const START = Date.UTC(2026, 10, 20, 12);
const HOUR = 3_600_000;

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
          current = withRefund(current, { amount, currency: 'CNY' }, { lineIds: [], at: START, receiptNumber: null });
          expect(current.lines.reduce((sum, line) => sum + line.refunded.amount, 0)).toBe(current.refunded.amount);
          for (const line of current.lines) expect(line.refunded.amount).toBeLessThanOrEqual(line.paid.amount);
        }
      }),
    );
  });
});
