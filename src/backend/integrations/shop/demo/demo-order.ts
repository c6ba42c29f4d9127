import type { LocalizedText } from '../../../../shared/contracts/basics.ts';
import { moneyLike, splitProRata, sumMoney } from '../../../../shared/domain/money.ts';
import type { Order, OrderStep } from '../../../../shared/contracts/order.ts';
import type { DemoCustomer, DemoOrder, DemoProduct } from './demo-data.ts';
import { demoId } from './demo-id.ts';

const HOUR = 3_600_000;

export type OrderContext = {
  readonly product: (slug: string) => DemoProduct | undefined;
  readonly carrierName: (slug: string) => LocalizedText;
  readonly customer: (slug: string) => DemoCustomer | undefined;
  /** The instant the demo began: every time of the data is relative to it. */
  readonly startedAt: number;
};

/** What each line got back: a refund goes to the lines it names, or to all, in proportion to what was paid. */
function refundedOf(raw: DemoOrder, paid: readonly number[]): number[] {
  const refunded = raw.lines.map(() => 0);
  for (const refund of raw.refunds) {
    const skus = new Set(refund.lines.map((line) => line.sku));
    const weights = raw.lines.map((line, index) => (skus.size === 0 || skus.has(line.sku) ? (paid[index] ?? 0) : 0));
    splitProRata(refund.amount.amount, weights).forEach((share, index) => (refunded[index] = Math.min(paid[index] ?? 0, (refunded[index] ?? 0) + share)));
  }
  return refunded;
}

function linesOf(raw: DemoOrder, context: OrderContext): Order['lines'] {
  const paid = raw.lines.map((line) => (raw.paid.amount === 0 ? 0 : line.unitPrice.amount * line.quantity - line.discount.amount));
  const refunded = refundedOf(raw, paid);
  return raw.lines.map((line, index) => {
    const product = context.product(line.product);
    const variant = product?.variants.find((candidate) => candidate.sku === line.sku);
    return {
      lineId: `${raw.number}/${index + 1}`,
      sku: line.sku,
      productSlug: line.product,
      name: product?.name ?? { zh: line.product, en: line.product },
      variant: variant?.label ?? { zh: '', en: '' },
      image: product?.image ?? 'package',
      quantity: line.quantity,
      unitPrice: line.unitPrice,
      paid: moneyLike(line.unitPrice, paid[index] ?? 0),
      refunded: moneyLike(line.unitPrice, refunded[index] ?? 0),
    };
  });
}

/** Province to district are shown; the street is the customer's own business. */
function maskedAddress(customer: DemoCustomer | undefined): string {
  if (!customer) return '';
  const { province, city, district } = customer.address;
  return `${[...new Set([province.replace(/市$/u, ''), city, district])].join(' ')} ••••`;
}

const step = (code: OrderStep['code'], state: OrderStep['state'], at: number | null): OrderStep => ({ code, state, at });

/** The four-step line under an order, from its shipments and state. */
function stepsOf(raw: DemoOrder, at: (hoursAgo: number) => number): OrderStep[] {
  if (raw.state === 'cancelled') return [step('placed', 'done', at(raw.placedHours)), step('cancelled', 'done', null)];
  const shipped = raw.shipments[0]?.events[0];
  const first = raw.shipments[0];
  const delivered = first?.state === 'delivered' ? first.events.toSorted((a, b) => b.hoursAgo - a.hoursAgo).at(-1) : undefined;
  const returned = raw.shipments.find((shipment) => shipment.purpose === 'reship' && shipment.state === 'returned');
  return [
    step('placed', 'done', at(raw.placedHours)),
    step('shipped', shipped ? 'done' : 'ahead', shipped ? at(shipped.hoursAgo) : null),
    step('delivered', delivered ? 'done' : 'ahead', delivered ? at(delivered.hoursAgo) : null),
    ...(returned ? [step('reship-returned', 'fault', at(returned.events.at(-1)?.hoursAgo ?? 0))] : []),
    ...(raw.state === 'returning' ? [step('returning', 'done', null)] : []),
    step('completed', raw.state === 'completed' ? 'done' : 'ahead', null),
  ];
}

/** An order of the demo data as the shop shows it, with instants for the data's "hours ago". */
export function makeOrder(raw: DemoOrder, context: OrderContext): Order {
  const at = (hoursAgo: number) => Math.round(context.startedAt - hoursAgo * HOUR);
  return {
    number: raw.number,
    version: `v${raw.version}`,
    customerId: demoId('customer', raw.customer),
    state: raw.state,
    placedAt: at(raw.placedHours),
    lines: linesOf(raw, context),
    paid: raw.paid,
    refunded: sumMoney(moneyLike(raw.paid, 0), raw.refunds.map((refund) => refund.amount)),
    shipments: raw.shipments.map((shipment) => ({
      carrier: context.carrierName(shipment.carrier),
      trackingNumber: shipment.trackingNumber,
      state: shipment.state,
      events: shipment.events.map((event) => ({ at: at(event.hoursAgo), text: event.text })).toSorted((a, b) => a.at - b.at),
    })),
    steps: stepsOf(raw, at),
    refunds: raw.refunds.map((refund) => ({ amount: refund.amount, at: at(refund.hoursAgo), state: refund.state, receiptNumber: null })),
    address: maskedAddress(context.customer(raw.customer)),
    invoice: raw.invoice?.state ?? 'none',
    note: raw.note ?? null,
  };
}
