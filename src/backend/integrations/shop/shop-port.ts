import type { ActionArguments, ActionKind, ActionPreview, OfferedAction } from '../../../shared/contracts/action.ts';
import type { Id, Money } from '../../../shared/contracts/basics.ts';
import type { Failure } from '../../../shared/contracts/errors.ts';
import type { Customer, Order } from '../../../shared/contracts/order.ts';
import type { Result } from '../../../shared/lib/result.ts';

export type ShopAct = {
  /** The shop's idempotency key: the same id is executed once and gets the same receipt. */
  readonly actionId: Id;
  readonly kind: ActionKind;
  readonly orderNumber: string;
  /** The version it was decided on; another one is STALE_ORDER. */
  readonly orderVersion: string;
  readonly arguments: ActionArguments;
};

export type ShopReceipt = { readonly receiptNumber: string; readonly orderVersion: string; readonly amount: Money | null };

/** The line to the shop broke: whoever asked is told SHOP_UNAVAILABLE. */
export class ShopUnavailable extends Error {}

/** A shop system as Baton needs it. Expected refusals are failures; a line that breaks is a throw of `ShopUnavailable`. */
export type ShopPort = {
  readonly getCustomer: (customerId: Id) => Promise<Customer | null>;
  readonly getOrder: (orderNumber: string) => Promise<Order | null>;
  readonly listOrders: (customerId: Id) => Promise<readonly Order[]>;
  /** Actions by order alone; the role's limits are added by the actions module. */
  readonly listActions: (order: Order) => Promise<readonly Omit<OfferedAction, 'limit'>[]>;
  readonly preview: (order: Order, act: { kind: ActionKind; arguments: ActionArguments }) => Promise<Result<Omit<ActionPreview, 'needsApproval'>, Failure>>;
  readonly execute: (act: ShopAct) => Promise<Result<ShopReceipt, Failure>>;
  /** What became of an act whose answer was lost; null when the shop never got it. */
  readonly findReceipt: (actionId: Id) => Promise<ShopReceipt | null>;
};
