/** The first page is signed in by the shop, and its customer has an order on the way; the others are strangers. */
export const PAGE_WITH_ORDER = 0;
export const CUSTOMER = 'shi-xiaochuan';
export const ORDER_NUMBER = 'B2048-6726';

/** What people give back or add, in minor units: twice what anybody may, then what an agent may, and what needs a lead. */
export const AMOUNTS = [100, 100, 4_000, 60_000];
