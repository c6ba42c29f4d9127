import type { Id } from '../../../shared/contracts/basics.ts';
import type { Customer } from '../../../shared/contracts/order.ts';
import { err, ok } from '../../../shared/lib/result.ts';
import type { UnitOfWork } from '../../db/unit-of-work.ts';
import type { ShopPort } from '../../integrations/shop/shop-port.ts';
import type { BackendModule } from '../../module.ts';
import { DESK_ROLES } from '../../policy/rules.ts';
import { countContacts, type FindCustomer, type KnownCustomer } from './customer-repository.ts';

type Dependencies = { readonly work: UnitOfWork; readonly shop: ShopPort; readonly findCustomer: FindCustomer; readonly currency: string };

/** A visitor whom no shop has signed for: known by their secret alone, without orders. */
const visitor = (known: KnownCustomer, currency: string): Customer => ({
  id: known.id,
  name: known.name,
  tier: known.tier,
  language: known.language,
  phone: null,
  email: null,
  memberSince: null,
  spent: { amount: 0, currency },
  orderCount: 0,
  refundCount: 0,
  contactCount: 0,
  identified: false,
});

async function presentCustomer(deps: Dependencies, known: KnownCustomer): Promise<Customer> {
  const ofShop = known.identified ? await deps.shop.getCustomer(known.id) : null;
  return { ...(ofShop ?? visitor(known, deps.currency)), contactCount: await countContacts(deps.work, known.id) };
}

const isOwnShop = (known: KnownCustomer, shopIds: readonly Id[]): boolean => shopIds.includes(known.shopId);

/** The customer beside a conversation, with their orders as the shop has them now. */
export function createCustomersModule(deps: Dependencies): BackendModule {
  return {
    name: 'customers',
    policy: { api: { 'customers.get': DESK_ROLES } },
    api: {
      customers: {
        get: async ({ customerId }, { principal }) => {
          const known = await deps.findCustomer(customerId);
          if (!known || !principal || !isOwnShop(known, principal.shopIds)) return err({ code: 'NOT_FOUND' });
          const orders = known.identified ? await deps.shop.listOrders(known.id) : [];
          return ok({ customer: await presentCustomer(deps, known), orders: [...orders] });
        },
      },
    },
  };
}
