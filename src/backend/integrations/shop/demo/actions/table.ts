import type { ActionKind } from '../../../../../shared/contracts/action.ts';
import { addressChangeRule } from './address-change.ts';
import { cancelRule } from './cancel.ts';
import { couponRule } from './coupon.ts';
import { exchangeRule } from './exchange.ts';
import { invoiceRule } from './invoice.ts';
import { priceProtectionRule } from './price-protection.ts';
import { refundRule } from './refund.ts';
import { reshipRule } from './reship.ts';
import { returnRule } from './return.ts';
import { bindRule, type BoundRule } from './rule.ts';
import { urgeDeliveryRule } from './urge-delivery.ts';

/** Every action of the demo shop, in the order in which a desk shows them. */
export const ACTION_RULES: { readonly [K in ActionKind]: BoundRule } = {
  refund: bindRule(refundRule),
  return: bindRule(returnRule),
  exchange: bindRule(exchangeRule),
  reship: bindRule(reshipRule),
  coupon: bindRule(couponRule),
  'urge-delivery': bindRule(urgeDeliveryRule),
  'address-change': bindRule(addressChangeRule),
  cancel: bindRule(cancelRule),
  invoice: bindRule(invoiceRule),
  'price-protection': bindRule(priceProtectionRule),
};

/** Their order. */
export const ACTION_KINDS = Object.keys(ACTION_RULES) as readonly ActionKind[];
