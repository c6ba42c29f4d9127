import type { Id } from '../../../shared/contracts/basics.ts';
import type { ConversationState, MessageItem } from '../../../shared/contracts/conversation-state.ts';
import { isKnownEvent } from '../../../shared/domain/known-versions.ts';
import { findOrder } from '../../bot/routes/order.ts';
import type { TurnInput } from '../../bot/turn.ts';
import type { LogReader } from '../../log/log-reader.ts';
import type { ShopPort } from '../../integrations/shop/shop-port.ts';
import type { FindCustomer } from '../customers/customer-repository.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';

export type TurnSources = {
  readonly shop: ShopPort;
  readonly knowledge: Knowledge;
  readonly findCustomer: FindCustomer;
  readonly readState: (conversationId: Id) => Promise<ConversationState | null>;
  readonly timeZone: string;
  readonly reader: Pick<LogReader, 'eventsAfter'>;
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

const UNREAD: TurnInput['reading'] = { intent: '', confidence: 0, abstained: true, runnersUp: [] };

function readingOf(message: MessageItem | null): TurnInput['reading'] {
  const understanding = message?.understanding;
  if (!understanding) return UNREAD;
  return { intent: understanding.intent ?? '', confidence: understanding.confidence, abstained: understanding.abstained, runnersUp: understanding.runnersUp };
}

/** The seq of the message whose button was pressed. The transcript keeps the button alone: an older proposal has the same ones. */
async function placeOfChoice({ reader }: TurnSources, { head, window }: ConversationState, message: MessageItem | null): Promise<number | null> {
  if (message === null || message.choice === null) return null;
  const [event] = await reader.eventsAfter(head.conversationId, message.seq - 1, 1);
  const choice = event && isKnownEvent(event) && event.type === 'message.posted' ? event.payload.choice : undefined;
  return window.items.find((item) => item.kind === 'message' && item.id === choice?.messageId)?.seq ?? null;
}

async function gather(sources: TurnSources, state: ConversationState, message: MessageItem | null): Promise<Gathered> {
  const customer = await sources.findCustomer(state.head.customerId);
  const orders = customer?.identified ? (await sources.shop.listOrders(customer.id)).slice(0, RECENT_ORDERS) : [];
  const photos = message && message.attachments.length > 0 ? { photos: String(message.attachments.length) } : {};
  const input = {
    text: message?.text ?? '',
    language: message?.language ?? state.head.language,
    reading: readingOf(message),
    slots: { ...message?.understanding?.slots, ...photos },
    messageSeq: state.head.lastCustomerSeq,
    choice: message?.choice ?? null,
    choiceUnder: await placeOfChoice(sources, state, message),
    head: state.head,
    tier: customer?.tier ?? 'member',
    identified: customer?.identified ?? false,
    orders,
    knowledge: sources.knowledge,
    timeZone: sources.timeZone,
  };
  return { input: await withOffers(sources.shop, input), state };
}

/**
 * Gathers all that an answer to the customer's last message is made from, the bot's and the suggested ones alike; null while
 * that message has not been understood.
 */
export async function gatherTurn(sources: TurnSources, conversationId: Id): Promise<Gathered | null> {
  const state = await sources.readState(conversationId);
  const message = state && findMessage(state, state.head.lastCustomerSeq);
  return state && message?.understanding ? gather(sources, state, message) : null;
}

/** The same for whoever answers nobody's message: what has not been understood yet says nothing. */
export async function gatherCase(sources: TurnSources, conversationId: Id): Promise<Gathered | null> {
  const state = await sources.readState(conversationId);
  return state && gather(sources, state, findMessage(state, state.head.lastCustomerSeq));
}
