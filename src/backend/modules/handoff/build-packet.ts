import { packetPartSchema, type PacketContent, type PacketFacts, type PacketPart, type PacketReason } from '../../../shared/contracts/assist.ts';
import type { Language } from '../../../shared/contracts/basics.ts';
import type { ConversationState, MessageItem } from '../../../shared/contracts/conversation-state.ts';
import type { Order } from '../../../shared/contracts/order.ts';
import { entryOf } from '../../../shared/lib/entry-of.ts';
import type { Phrases } from '../../bot/phrases/phrase-book.ts';
import { phrasesIn } from '../../bot/phrases/phrases.ts';
import { findPromises } from './find-promises.ts';
import { problemIntent, problemOf } from './problem-intent.ts';

export type PacketInput = {
  readonly state: ConversationState;
  readonly reason: PacketReason;
  readonly language: Language;
  /** The order in question, if it is known. */
  readonly order: Order | null;
  /** The product in question by its shop's word, if it is known. */
  readonly product: { readonly slug: string; readonly name: string } | null;
};

export type Packet = { readonly facts: PacketFacts; readonly content: PacketContent };

const QUOTE_LENGTH = 80;

const customerMessages = (state: ConversationState): MessageItem[] =>
  state.window.items.filter((item): item is MessageItem => item.kind === 'message' && item.actor.kind === 'customer' && (item.text ?? '') !== '');

const shorten = (text: string): string => {
  const flat = text.replace(/\s+/gu, ' ').trim();
  return [...flat].length <= QUOTE_LENGTH ? flat : `${[...flat].slice(0, QUOTE_LENGTH - 1).join('')}…`;
};

/** How much a message says: an understood intent counts most, then strong feeling, then length. */
function weightOf(message: MessageItem): number {
  const understanding = message.understanding;
  const meaning = understanding && !understanding.abstained ? understanding.confidence : 0;
  return meaning + Math.abs(understanding?.sentiment ?? 0) + Math.min((message.text ?? '').length, 60) / 60;
}

const isAbout = (message: MessageItem, intent: string | null): boolean => intent !== null && problemOf(message) === intent;

/** The customer's own words that say most about the problem: of the messages with its intent, else of the newest. */
function keyWords(messages: readonly MessageItem[], intent: string | null): string {
  const about = messages.filter((message) => isAbout(message, intent));
  const best = (about.length > 0 ? about : messages.slice(-1)).reduce<MessageItem | null>((kept, message) => (kept && weightOf(kept) >= weightOf(message) ? kept : message), null);
  return shorten(best?.text ?? '');
}

/** What waits for an answer: the newest words that name a problem, with what was typed after them ("what now"); else the newest words. */
function openQuestion(messages: readonly MessageItem[]): string {
  const typed = messages.filter((message) => message.choice === null && message.understanding?.intent !== 'human-request');
  const asked = typed.findLastIndex((message) => problemOf(message) !== null);
  const open = asked === -1 ? (typed.length > 0 ? typed : messages).slice(-1) : typed.slice(asked);
  return shorten(open.map(({ text }) => text).join(' … '));
}

/** Slots that the messages gave, newest winning, and what the order itself tells. */
function knownSlots(input: PacketInput, messages: readonly MessageItem[], phrases: Phrases): PacketContent['known'] {
  const slots: Record<string, string> = Object.assign({}, ...messages.map((message) => message.understanding?.slots ?? {}));
  const photos = messages.reduce((count, message) => count + message.attachments.length, 0);
  const known = {
    ...slots,
    ...(input.order ? { orderNumber: input.order.number, orderState: phrases.orderState[input.order.state] ?? input.order.state } : {}),
    ...(input.product ? { product: input.product.name } : {}),
    ...(photos > 0 ? { photos: String(photos) } : {}),
  };
  return Object.entries(known).map(([slot, value]) => ({ slot: phrases.slot[slot] ?? slot, value }));
}

function triedSteps(input: PacketInput, phrases: Phrases): PacketContent['tried'] {
  return input.state.head.bot.tried.map(({ step, intent, sources }) => {
    const topic = entryOf(phrases.intent, intent ?? '') ?? phrases.intent['track-order'] ?? '';
    return { what: phrases.tried[step]?.(topic) ?? step, sources };
  });
}

/** Share of what a person needs to begin that the packet has, and the names of what it lacks. */
function completenessOf(parts: { readonly [P in PacketPart]: boolean }): Pick<PacketFacts, 'completeness' | 'missing'> {
  const all = packetPartSchema.options;
  const missing = all.filter((part) => !parts[part]);
  return { completeness: (all.length - missing.length) / all.length, missing };
}

/**
 * The handoff packet of a conversation, from its folded log and the order in question. Pure: the same log gives the same
 * packet. Summary, topics and steps are in the conversation's language; quotes are the customer's own words.
 */
export function buildPacket(input: PacketInput): Packet {
  const { head } = input.state;
  const phrases = phrasesIn(input.language);
  const messages = customerMessages(input.state);
  const intent = problemIntent(input.state);
  const topic = entryOf(phrases.intent, intent ?? '') ?? phrases.slot['topic'] ?? '';
  const words = keyWords(messages, intent);
  const question = openQuestion(messages);
  const known = knownSlots(input, messages, phrases);
  return {
    facts: {
      reason: input.reason,
      intent,
      language: input.language,
      orderNumber: input.order?.number ?? head.orderNumber,
      productSlug: input.product?.slug ?? null,
      mood: head.mood.level,
      ...completenessOf({ intent: intent !== null, order: input.order !== null, known: known.length > 0, words: words !== '', question: question !== '' }),
    },
    content: {
      summary: phrases.summary({ topic, order: input.order?.number ?? null, words }),
      known,
      tried: triedSteps(input, phrases),
      promised: findPromises(input.state),
      openQuestion: question,
    },
  };
}
