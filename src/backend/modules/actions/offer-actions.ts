import type { OfferedAction } from '../../../shared/contracts/action.ts';
import type { Id, Money } from '../../../shared/contracts/basics.ts';
import type { Failure } from '../../../shared/contracts/errors.ts';
import type { Order } from '../../../shared/contracts/order.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { ShopPort } from '../../integrations/shop/shop-port.ts';
import type { FindCustomer } from '../customers/customer-repository.ts';

export type OrderAccess = {
  readonly shop: ShopPort;
  readonly findCustomer: FindCustomer;
  readonly customerOf: (conversationId: Id) => Promise<Id | null>;
};

/** The order, if it belongs to this conversation's identified customer: another customer's number is not found. */
export async function openOrder(access: OrderAccess, conversationId: Id, orderNumber: string): Promise<Result<Order, Failure>> {
  const customerId = await access.customerOf(conversationId);
  const customer = customerId === null ? null : await access.findCustomer(customerId);
  const order = customer?.identified ? await access.shop.getOrder(orderNumber) : null;
  return order && order.customerId === customer?.id ? ok(order) : err({ code: 'NOT_FOUND', details: { orderNumber } });
}

const movesMoney = (action: Pick<OfferedAction, 'maximum'>): boolean => action.maximum !== null;

/** What may be done with an order now: the shop's offers with this account's own limit beside those that move money. */
export async function offerActions(shop: ShopPort, order: Order, limit: Money): Promise<OfferedAction[]> {
  const offers = await shop.listActions(order);
  return offers.map((offer) => ({ ...offer, limit: movesMoney(offer) ? limit : null }));
}
