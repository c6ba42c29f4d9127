import { ok } from '../../../shared/lib/result.ts';
import type { Account, Staff } from '../../../shared/contracts/people.ts';
import type { BackendModule } from '../../module.ts';
import { DESK_ROLES } from '../../policy/rules.ts';
import type { Accounts } from '../accounts/account-repository.ts';
import type { Shops } from '../shops/shop-repository.ts';
import type { PresenceBook } from './presence.ts';

type Dependencies = { readonly accounts: Accounts; readonly shops: Shops; readonly presence: PresenceBook };

/** What colleagues may know of an account. */
export const presentStaff = ({ id, login, name, role, skills, capacity, languages }: Account): Staff => ({ id, login, name, role, skills, capacity, languages });

/** Colleagues, their presence, and the queues of one's shops. */
export const createPeopleModule = ({ accounts, shops, presence }: Dependencies): BackendModule => ({
  name: 'people',
  policy: { api: { 'people.list': DESK_ROLES } },
  api: {
    people: {
      list: async (_input, { principal }) => {
        const shopIds = principal?.shopIds ?? [];
        const [staff, queues] = await Promise.all([accounts.listOfShops(shopIds), shops.listQueues(shopIds)]);
        return ok({
          staff: staff.map(presentStaff),
          presence: await presence.list(staff.map((account) => account.id)),
          queues: queues.map(({ id, slug, name, skills }) => ({ id, slug, name, skills })),
        });
      },
    },
  },
});
