import type { OfferedAction } from '../../shared/contracts/action.ts';
import type { PacketReason, Slots, Source } from '../../shared/contracts/assist.ts';
import type { Language, Tier } from '../../shared/contracts/basics.ts';
import type { Article } from '../../shared/contracts/knowledge.ts';
import type { Button } from '../../shared/contracts/message.ts';
import type { ActionKind } from '../../shared/contracts/action.ts';
import type { ConversationHead } from '../../shared/contracts/conversation-state.ts';
import type { Order } from '../../shared/contracts/order.ts';
import type { Knowledge } from '../modules/knowledge/knowledge.ts';
import type { IntentReading } from './engine.ts';

/** Everything a turn is decided from; fetched before, so that deciding is pure. */
export type TurnInput = {
  readonly text: string;
  readonly language: Language;
  readonly reading: IntentReading;
  readonly slots: Slots;
  /** Seq of the customer's message. */
  readonly messageSeq: number;
  /** Button pressed under a bot message, if the customer pressed one. */
  readonly choice: string | null;
  /** Seq of the message under which that button stands; null without one, or where it is too far back to be seen. */
  readonly choiceUnder: number | null;
  readonly head: ConversationHead;
  readonly tier: Tier;
  /** Whether a signed identity allows order data. */
  readonly identified: boolean;
  /** The customer's orders, newest first; empty unless identified. */
  readonly orders: readonly Order[];
  /** What the shop offers on the order in question (`findOrder`); empty without one. */
  readonly offers: readonly Omit<OfferedAction, 'limit'>[];
  readonly knowledge: Knowledge;
  readonly timeZone: string;
};

/** What the bot does next. */
export type Turn =
  | { readonly kind: 'answer'; readonly text: string; readonly sources: readonly Source[]; readonly buttons: readonly Button[] }
  | { readonly kind: 'clarify'; readonly text: string; readonly buttons: readonly Button[]; readonly between: readonly string[]; readonly slot: string | null }
  | { readonly kind: 'propose'; readonly text: string; readonly action: ActionKind; readonly order: Order; readonly sources: readonly Source[]; readonly buttons: readonly Button[] }
  | { readonly kind: 'act'; readonly text: string; readonly action: ActionKind; readonly orderNumber: string; readonly sources: readonly Source[] }
  | { readonly kind: 'drop'; readonly text: string; readonly action: ActionKind; readonly orderNumber: string }
  | { readonly kind: 'hand-off'; readonly reason: PacketReason };

/** A part of the decision: a turn, or null to let the next part decide. */
export type TurnRule = (input: TurnInput) => Turn | null;

export const articleSource = (article: Article): Source => ({ kind: 'article', ref: article.slug, version: String(article.version), label: article.title });

export const orderSource = (order: Order): Source => ({
  kind: 'order', ref: order.number, version: order.version, label: { zh: `订单 ${order.number}`, en: `Order ${order.number}` },
});
