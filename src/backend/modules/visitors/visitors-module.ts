import { createHash } from 'node:crypto';
import type { Id } from '../../../shared/contracts/basics.ts';
import type { Failure } from '../../../shared/contracts/errors.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { Clock, NewId } from '../../clock.ts';
import type { ShopPort } from '../../integrations/shop/shop-port.ts';
import type { OpenConversation } from '../../log/open-conversation.ts';
import type { ApiHandlers } from '../../api/api-handlers.ts';
import type { BackendModule } from '../../module.ts';
import type { TokenSigner } from '../accounts/signed-token.ts';
import type { Shop, Shops } from '../shops/shop-repository.ts';
import { readIdentity } from './signed-identity.ts';
import type { Visitors } from './visitor-repository.ts';

const TOKEN_MS = 12 * 3_600_000;

export type VisitorDependencies = {
  readonly shops: Shops;
  readonly visitors: Visitors;
  readonly shop: ShopPort;
  readonly openConversation: OpenConversation;
  readonly signer: TokenSigner;
  readonly clock: Clock;
  readonly newId: NewId;
};

type Start = Parameters<ApiHandlers['visitor']['start']>[0];
type Known = { readonly customerId: Id; readonly identified: boolean };

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** A visitor has no name: the end of their id tells them apart on the desk. */
const visitorName = (customerId: Id): string => `#${customerId.slice(-4).toUpperCase()}`;

/** A signature that doesn't hold is refused, not overlooked: the page believes that it is signed in. No shop can sign for another's customer. */
async function identified(deps: VisitorDependencies, shop: Shop, identity: string): Promise<Result<Known, Failure>> {
  const now = deps.clock();
  const customerId = readIdentity(identity, { secret: shop.identitySecret, now });
  const customer = customerId === null ? null : await deps.shop.getCustomer(customerId);
  if (!customer) return err({ code: 'UNAUTHENTICATED' });
  const { id, name, tier, language } = customer;
  const isOwn = await deps.visitors.putCustomer({ id, shopId: shop.id, name, tier, language, identified: true, createdAt: now });
  return isOwn ? ok({ customerId: id, identified: true }) : err({ code: 'UNAUTHENTICATED' });
}

async function anonymous(deps: VisitorDependencies, shop: Shop, { secret, language }: Start): Promise<Known> {
  const secretHash = hashOf(`${shop.id}:${secret}`);
  const known = await deps.visitors.find(shop.id, secretHash);
  if (known !== null) return { customerId: known, identified: false };
  const id = deps.newId();
  await deps.visitors.add(secretHash, { id, shopId: shop.id, name: visitorName(id), tier: 'member', language, identified: false, createdAt: deps.clock() });
  return { customerId: id, identified: false };
}

async function start(deps: VisitorDependencies, input: Start) {
  const shop = await deps.shops.findBySlug(input.shop);
  if (!shop) return err({ code: 'NOT_FOUND' as const });
  const known = input.identity === null ? ok(await anonymous(deps, shop, input)) : await identified(deps, shop, input.identity);
  if (!known.ok) return known;
  const shopId = shop.id;
  const conversationId = await deps.openConversation({ shopId, customerId: known.value.customerId, channel: 'web', language: input.language });
  const token = deps.signer.sign({ kind: 'customer', ...known.value, conversationId, shopId, endsAt: deps.clock() + TOKEN_MS });
  return ok({ token, conversationId, ...known.value });
}

/** Chat pages begin here: a secret of their own brings them back to their thread, the shop's signature to their orders. */
export const createVisitorsModule = (deps: VisitorDependencies): BackendModule => ({
  name: 'visitors',
  policy: { api: { 'visitor.start': 'anyone' } },
  api: { visitor: { start: (input) => start(deps, input) } },
});
