import type { Id } from '../../../shared/contracts/basics.ts';
import type { ConversationState, MessageItem } from '../../../shared/contracts/conversation-state.ts';
import { findOrder } from '../../bot/routes/order.ts';
import type { TurnInput } from '../../bot/turn.ts';
import type { ShopPort } from '../../integrations/shop/shop-port.ts';
import type { FindCustomer } from '../customers/customer-repository.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';

export type TurnSources = {
  readonly shop: ShopPort;
  readonly knowledge: Knowledge;
  readonly findCustomer: FindCustomer;
  readonly readState: (conversationId: Id) => Promise<ConversationState | null>;
  readonly timeZone: string;
};

const findMessage = (state: ConversationState, seq: number): MessageItem | null => {
  const item = state.window.items.find((candidate) => candidate.seq === seq);
  return item?.kind === 'message' ? item : null;
};

/** Orders a bot looks at; older ones are a person's business. */
const RECENT_ORDERS = 8;

async function withOffers(shop: ShopPort, input: Omit<TurnInput, 'offers'>): Promise<TurnInput> {
  const order = findOrder(input);
  return { ...input, offers: order ? await shop.listActions(order) : [] };
}

export type Gathered = { readonly input: TurnInput; readonly state: ConversationState };

/**
 * Gathers all that an answer to the customer's last message is made from, the bot's and the suggested ones alike; null while
 * that message has not been understood.
 */
export async function gatherTurn(sources: TurnSources, conversationId: Id): Promise<Gathered | null> {
  const state = await sources.readState(conversationId);
  const messageSeq = state?.head.lastCustomerSeq ?? 0;
  const message = state && findMessage(state, messageSeq);
  if (!state || !message?.understanding) return null;
  const customer = await sources.findCustomer(state.head.customerId);
  const orders = customer?.identified ? (await sources.shop.listOrders(customer.id)).slice(0, RECENT_ORDERS) : [];
  const { understanding } = message;
  const photos = message.attachments.length > 0 ? { photos: String(message.attachments.length) } : {};
  const input = {
    text: message.text ?? '',
    language: message.language ?? state.head.language,
    reading: { intent: understanding.intent ?? '', confidence: understanding.confidence, abstained: understanding.abstained, runnersUp: understanding.runnersUp },
    slots: { ...understanding.slots, ...photos },
    messageSeq,
    choice: message.choice,
    head: state.head,
    tier: customer?.tier ?? 'member',
    identified: customer?.identified ?? false,
    orders,
    knowledge: sources.knowledge,
    timeZone: sources.timeZone,
  };
  return { input: await withOffers(sources.shop, input), state };
}
