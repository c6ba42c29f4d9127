import type { Id } from '../../../shared/contracts/basics.ts';
import type { ConversationHead } from '../../../shared/contracts/conversation-state.ts';
import type { Macro } from '../../../shared/contracts/knowledge.ts';
import { err, ok } from '../../../shared/lib/result.ts';
import { intentFacts } from '../../bot/intents.ts';
import type { ShopPort } from '../../integrations/shop/shop-port.ts';
import type { BackendModule } from '../../module.ts';
import { DESK_ROLES } from '../../policy/rules.ts';
import type { Knowledge, KnowledgeScope } from './knowledge.ts';
import { searchAsTyped } from './search-as-typed.ts';

type Dependencies = {
  readonly knowledge: Knowledge;
  readonly macros: readonly Macro[];
  readonly shop: ShopPort;
  /** The conversation's head, if this account may read it. */
  readonly readHead: (accountId: Id, conversationId: Id) => Promise<ConversationHead | null>;
  readonly stopwatch: () => number;
};

const EVERYWHERE: KnowledgeScope = { productSlug: null, category: null, orderState: null, stage: null };
const HITS = 8;

/** Narrows to the conversation's order and topic, where there are any. */
async function scopeOf(deps: Dependencies, head: ConversationHead | null): Promise<KnowledgeScope> {
  const order = head?.orderNumber ? await deps.shop.getOrder(head.orderNumber) : null;
  if (!head || !order) return EVERYWHERE;
  const product = deps.knowledge.product(order.lines[0]?.productSlug ?? '');
  return { productSlug: product?.slug ?? null, category: product?.category ?? null, orderState: order.state, stage: intentFacts(head.bot.lastIntent).stage };
}

/** Articles and macros for the desk; a desk sees internal ones too. */
export function createKnowledgeModule(deps: Dependencies): BackendModule {
  return {
    name: 'knowledge',
    policy: { api: { 'knowledge.search': DESK_ROLES, 'knowledge.get': DESK_ROLES, 'knowledge.macros': DESK_ROLES } },
    api: {
      knowledge: {
        search: async ({ text, language, conversationId }, { principal }) => {
          const head = conversationId && principal ? await deps.readHead(principal.accountId, conversationId) : null;
          const started = deps.stopwatch();
          const hits = searchAsTyped(deps.knowledge, { text, language, scope: await scopeOf(deps, head), publicOnly: false, count: HITS });
          return ok({ hits: [...hits], milliseconds: Math.round((deps.stopwatch() - started) * 10) / 10 });
        },
        get: async ({ slug, version }) => {
          const article = deps.knowledge.get(slug, version);
          return article ? ok(article) : err({ code: 'NOT_FOUND' });
        },
        macros: async () => ok([...deps.macros]),
      },
    },
  };
}
