import { z } from 'zod';
import type { ActionRule, RuleContext } from './rule.ts';

const HOUR = 3_600_000;
/** A carrier is asked at most once in this time. */
const AGAIN_AFTER_HOURS = 12;
const NO_CARRIER = { zh: '', en: '' };
const URGED = { zh: '已向承运商催件', en: 'Carrier asked to hurry' };

const currentShipment = ({ order }: RuleContext) => order.shipments.findLast((shipment) => shipment.state !== 'delivered' && shipment.state !== 'returned');

function whyNot(context: RuleContext): string | null {
  if (context.order.state !== 'shipped') return context.order.state === 'packed' || context.order.state === 'paid' ? 'not-shipped' : 'already-delivered';
  const shipment = currentShipment(context);
  if (!shipment) return 'already-delivered';
  const urgedAt = shipment.events.findLast((event) => event.text.en === URGED.en)?.at;
  return urgedAt !== undefined && context.now - urgedAt < AGAIN_AFTER_HOURS * HOUR ? 'urged-recently' : null;
}

/** Asks the carrier to hurry; costs nothing and may be done by the bot. */
export const urgeDeliveryRule: ActionRule<Record<string, never>> = {
  kind: 'urge-delivery',
  schema: () => z.strictObject({}),
  offer: (context) => ({ whyNot: whyNot(context), maximum: null, defaults: {} }),
  preview: (context) => {
    const shipment = currentShipment(context);
    return { ok: true, value: { total: null, lines: [{ code: 'carrier-asked', params: { carrier: shipment?.carrier ?? NO_CARRIER, tracking: shipment?.trackingNumber ?? '' }, amount: null }] } };
  },
  apply: (context) => {
    const target = currentShipment(context);
    const shipments = context.order.shipments.map((shipment) => (shipment === target ? { ...shipment, events: [...shipment.events, { at: context.now, text: URGED }] } : shipment));
    return { order: { ...context.order, shipments }, stock: [] };
  },
};
