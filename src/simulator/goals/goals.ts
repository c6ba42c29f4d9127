import type { Goal } from '../goal.ts';
import { addressChange } from './address-change.ts';
import { cancelOrder } from './cancel-order.ts';
import { comesBackNextDay } from './comes-back-next-day.ts';
import { compareBeforeBuying } from './compare-before-buying.ts';
import { couponTrouble } from './coupon-trouble.ts';
import { damagedOnArrival } from './damaged-on-arrival.ts';
import { dishwasherSafe } from './dishwasher-safe.ts';
import { exchangeSize } from './exchange-size.ts';
import { invoice } from './invoice.ts';
import { missingItem } from './missing-item.ts';
import { itShrank } from './it-shrank.ts';
import { mixedLanguage } from './mixed-language.ts';
import { notDispatched } from './not-dispatched.ts';
import { personAtOnce } from './person-at-once.ts';
import { platformThreat } from './platform-threat.ts';
import { priceProtection } from './price-protection.ts';
import { refundNotReceived } from './refund-not-received.ts';
import { repeatComplaint } from './repeat-complaint.ts';
import { silentAfterTheAnswer } from './silent-after-the-answer.ts';
import { typos } from './typos.ts';
import { valuedCustomer } from './valued-customer.ts';
import { whereIsMyParcel } from './where-is-my-parcel.ts';
import { willItShrink } from './will-it-shrink.ts';
import { wrongItem } from './wrong-item.ts';

/** Everything a simulated customer may want. */
export const GOALS: readonly Goal[] = [
  whereIsMyParcel,
  notDispatched,
  willItShrink,
  itShrank,
  dishwasherSafe,
  exchangeSize,
  damagedOnArrival,
  wrongItem,
  missingItem,
  refundNotReceived,
  priceProtection,
  couponTrouble,
  invoice,
  addressChange,
  cancelOrder,
  compareBeforeBuying,
  repeatComplaint,
  platformThreat,
  valuedCustomer,
  personAtOnce,
  mixedLanguage,
  typos,
  silentAfterTheAnswer,
  comesBackNextDay,
];
