import { expect, it } from 'vitest';
import type { Order } from '../../src/shared/contracts/order.ts';
import type { ShopAct, ShopPort } from '../../src/backend/integrations/shop/shop-port.ts';

/** A shop under test, with an order that may be refunded and one customer who has orders. */
export type ShopUnderTest = { readonly shop: ShopPort; readonly refundable: Order; readonly customerId: string };

const refundOf = (order: Order, amount: number, actionId: string): ShopAct => ({
  actionId, kind: 'refund', orderNumber: order.number, orderVersion: order.version, arguments: { amount, reason: 'damaged', lines: [] },
});

const FIRST = '0190aaaa-0000-7000-8000-000000000001';
const SECOND = '0190aaaa-0000-7000-8000-000000000002';

/** What every adapter of the shop port must keep, whatever system stands behind it. */
export function describeShopContract(open: () => Promise<ShopUnderTest>): void {
  it('executes an act once and gives the same receipt again', async () => {
    const { shop, refundable } = await open();
    const act = refundOf(refundable, 100, FIRST);
    const first = await shop.execute(act);
    expect(first).toMatchObject({ ok: true, value: { amount: { amount: 100 } } });
    expect(await shop.execute(act)).toEqual(first);
    expect((await shop.getOrder(refundable.number))?.refunded.amount).toBe(refundable.refunded.amount + 100);
    expect(await shop.findReceipt(FIRST)).toEqual(first.ok && first.value);
  });

  it('refuses an act on another version of the order, and knows nothing of it afterwards', async () => {
    const { shop, refundable } = await open();
    await shop.execute(refundOf(refundable, 100, FIRST));
    expect(await shop.execute(refundOf(refundable, 100, SECOND))).toMatchObject({ ok: false, error: { code: 'STALE_ORDER' } });
    expect(await shop.findReceipt(SECOND)).toBeNull();
  });

  it('never pays back more than was paid', async () => {
    const { shop, refundable } = await open();
    const answer = await shop.execute(refundOf(refundable, refundable.paid.amount - refundable.refunded.amount + 1, FIRST));
    expect(answer).toMatchObject({ ok: false, error: { code: 'BAD_INPUT' } });
  });

  it('does what it previewed', async () => {
    const { shop, refundable } = await open();
    const preview = await shop.preview(refundable, { kind: 'refund', arguments: { amount: 250, reason: 'damaged', lines: [] } });
    const receipt = await shop.execute(refundOf(refundable, 250, FIRST));
    expect(preview.ok && preview.value.total).toEqual(receipt.ok && receipt.value.amount);
  });

  it("lists a customer's orders and finds each of them", async () => {
    const { shop, customerId } = await open();
    const orders = await shop.listOrders(customerId);
    expect(orders.length).toBeGreaterThan(0);
    for (const order of orders) expect(await shop.getOrder(order.number)).toEqual(order);
  });

  it('refuses arguments that do not fit the schema it offered', async () => {
    const { shop, refundable } = await open();
    expect(await shop.preview(refundable, { kind: 'refund', arguments: { amount: '100', reason: 'damaged' } })).toMatchObject({ ok: false, error: { code: 'BAD_INPUT', details: { field: 'amount' } } });
  });
}
