import type { Language } from '../../../shared/contracts/basics.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** Everything the bot says that is no article: to the customer, in the conversation's language. */
export type Phrases = {
  readonly chat: { readonly [intent: string]: string | undefined; readonly greeting: string; readonly thanks: string; readonly goodbye: string };
  readonly notUnderstood: string;
  readonly whichOf: string;
  readonly whichOrder: string;
  readonly whichProduct: string;
  readonly askEvidence: string;
  readonly signInFirst: string;
  readonly anythingElse: string;
  readonly yes: string;
  readonly no: string;
  readonly human: string;
  readonly handoff: { readonly [reason: string]: string | undefined };
  readonly handoffDefault: string;
  readonly orderAt: (facts: { number: string; carrier: string; tracking: string; event: string; when: string }) => string;
  readonly orderNotShipped: (facts: { number: string; state: string }) => string;
  readonly orderDelivered: (facts: { number: string; when: string }) => string;
  readonly refundDone: (facts: { number: string; amount: string; when: string }) => string;
  readonly refundPending: (facts: { number: string; amount: string; when: string }) => string;
  readonly noRefund: (facts: { number: string }) => string;
  readonly propose: { readonly 'urge-delivery': (facts: { number: string; event: string }) => string; readonly return: (facts: { number: string; items: string }) => string };
  readonly doing: { readonly 'urge-delivery': string; readonly return: string };
  readonly whyNot: { readonly [code: string]: string | undefined };
  readonly intent: { readonly [intent: string]: string | undefined };
  readonly orderState: { readonly [state: string]: string | undefined };
  readonly slot: { readonly [slot: string]: string | undefined };
  readonly tried: { readonly [step: string]: ((topic: string) => string) | undefined };
  readonly summary: (facts: { topic: string; order: string | null; words: string }) => string;
};

const BY_LANGUAGE: { readonly [L in Language]: Phrases } = { zh, en };

/** The bot's phrases in one language. */
export const phrasesIn = (language: Language): Phrases => BY_LANGUAGE[language];
