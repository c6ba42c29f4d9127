import type { DemoShop } from '../../../src/backend/integrations/shop/demo/demo-shop.ts';
import { ShopUnavailable } from '../../../src/backend/integrations/shop/shop-port.ts';
import type { Timeline } from './timeline.ts';

/** How the line to the shop is broken: nothing gets there, or what was asked is done there and the answer is lost. */
export type ShopFault = 'unheard' | 'unanswered';

/** The line from the backend to the shop, which goes on at its end. */
export type ShopLine = { readonly shop: DemoShop; readonly cut: (fault: ShopFault, milliseconds: number) => void; readonly mend: () => void };

/** A line that is cut for a while. */
export function createShopLine(shop: DemoShop, timeline: Timeline): ShopLine {
  let broken: { readonly fault: ShopFault; readonly until: number } | null = null;
  const isBroken = (fault: ShopFault): boolean => broken?.fault === fault && timeline.now() < broken.until;
  const over = <A extends readonly unknown[], R>(ask: (...args: A) => Promise<R>) => async (...args: A): Promise<R> => {
    if (isBroken('unheard')) throw new ShopUnavailable('simulated: not heard');
    const answer = await ask(...args);
    if (isBroken('unanswered')) throw new ShopUnavailable('simulated: not answered');
    return answer;
  };
  return {
    shop: {
      getCustomer: over(shop.getCustomer), getOrder: over(shop.getOrder), listOrders: over(shop.listOrders), listActions: over(shop.listActions),
      preview: over(shop.preview), execute: over(shop.execute), findReceipt: over(shop.findReceipt), close: shop.close,
    },
    cut: (fault, milliseconds) => void (broken = { fault, until: timeline.now() + milliseconds }),
    mend: () => void (broken = null),
  };
}
