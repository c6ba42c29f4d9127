import type { Stage } from '../../shared/contracts/basics.ts';
import type { TicketCategory, TicketKind } from '../../shared/contracts/ticket.ts';
import type { ActionKind } from '../../shared/contracts/action.ts';
import { entryOf } from '../../shared/lib/entry-of.ts';

/** How the bot may deal with an intent. */
export type Route =
  /** From public articles. */
  | { readonly kind: 'knowledge' }
  /** Over the product's attributes to the article that fits them. */
  | { readonly kind: 'graph' }
  /** From the order's live data. */
  | { readonly kind: 'order' }
  /** Proposes an action of the shop and does it when the customer says yes. */
  | { readonly kind: 'act'; readonly action: ActionKind }
  /** Needs a person's hand; the bot collects what they will need. `evidence` asks for a photo first. */
  | { readonly kind: 'person'; readonly evidence: boolean }
  /** A pleasantry. */
  | { readonly kind: 'chat' };

export type IntentFacts = {
  readonly stage: Stage;
  readonly category: TicketCategory;
  readonly ticketKind: TicketKind;
  /** Cannot be answered without knowing which order. */
  readonly needsOrder: boolean;
  readonly route: Route;
};

const KNOWLEDGE: Route = { kind: 'knowledge' };
const PERSON: Route = { kind: 'person', evidence: false };
const EVIDENCE: Route = { kind: 'person', evidence: true };

const facts = ([stage, category]: readonly [Stage, TicketCategory], route: Route, more: Partial<IntentFacts> = {}): IntentFacts => ({
  stage, category, route, ticketKind: 'inquiry', needsOrder: false, ...more,
});

/** What each intent is about and how it is dealt with. An intent that isn't here is dealt with from knowledge. */
const INTENTS: { readonly [intent: string]: IntentFacts } = {
  'track-order': facts(['in-sale', 'logistics'], { kind: 'order' }, { needsOrder: true }),
  'delivery-late': facts(['in-sale', 'logistics'], { kind: 'act', action: 'urge-delivery' }, { needsOrder: true }),
  'urge-delivery': facts(['in-sale', 'logistics'], { kind: 'act', action: 'urge-delivery' }, { needsOrder: true }),
  'parcel-lost': facts(['in-sale', 'logistics'], PERSON, { needsOrder: true, ticketKind: 'complaint' }),
  'address-change': facts(['in-sale', 'order'], PERSON, { needsOrder: true }),
  'cancel-order': facts(['in-sale', 'order'], PERSON, { needsOrder: true }),
  'refund-request': facts(['after-sale', 'refund'], PERSON, { needsOrder: true }),
  'refund-status': facts(['after-sale', 'refund'], { kind: 'order' }, { needsOrder: true }),
  'return-request': facts(['after-sale', 'return-exchange'], { kind: 'act', action: 'return' }, { needsOrder: true }),
  'exchange-size': facts(['after-sale', 'return-exchange'], PERSON, { needsOrder: true }),
  'wrong-item': facts(['after-sale', 'return-exchange'], EVIDENCE, { needsOrder: true, ticketKind: 'complaint' }),
  'missing-item': facts(['after-sale', 'return-exchange'], EVIDENCE, { needsOrder: true, ticketKind: 'complaint' }),
  'damaged-item': facts(['after-sale', 'return-exchange'], EVIDENCE, { needsOrder: true, ticketKind: 'complaint' }),
  'quality-complaint': facts(['after-sale', 'product'], EVIDENCE, { needsOrder: true, ticketKind: 'complaint' }),
  'price-protection': facts(['after-sale', 'promotion'], PERSON, { needsOrder: true }),
  'coupon-trouble': facts(['in-sale', 'promotion'], KNOWLEDGE),
  'invoice-request': facts(['after-sale', 'invoice'], PERSON, { needsOrder: true }),
  'invoice-error': facts(['after-sale', 'invoice'], PERSON, { needsOrder: true }),
  'size-advice': facts(['pre-sale', 'product'], { kind: 'graph' }),
  'material-care': facts(['pre-sale', 'product'], { kind: 'graph' }),
  'product-compare': facts(['pre-sale', 'product'], KNOWLEDGE),
  'stock-availability': facts(['pre-sale', 'product'], KNOWLEDGE),
  'promotion-question': facts(['pre-sale', 'promotion'], KNOWLEDGE),
  'payment-trouble': facts(['in-sale', 'order'], KNOWLEDGE),
  'human-request': facts(['after-sale', 'other'], PERSON),
  'complaint-threat': facts(['after-sale', 'other'], PERSON, { ticketKind: 'complaint' }),
  'account-help': facts(['pre-sale', 'account'], KNOWLEDGE),
  warranty: facts(['after-sale', 'product'], KNOWLEDGE),
  'privacy-delete': facts(['after-sale', 'account'], PERSON),
  membership: facts(['pre-sale', 'account'], KNOWLEDGE),
  'review-question': facts(['after-sale', 'other'], KNOWLEDGE, { ticketKind: 'review' }),
  'gift-wrap': facts(['in-sale', 'order'], KNOWLEDGE),
  'shipping-fee': facts(['pre-sale', 'logistics'], KNOWLEDGE),
  'delivery-time': facts(['pre-sale', 'logistics'], KNOWLEDGE),
  'shop-hours': facts(['pre-sale', 'other'], KNOWLEDGE),
  'bulk-order': facts(['pre-sale', 'order'], KNOWLEDGE),
  'product-authenticity': facts(['pre-sale', 'product'], KNOWLEDGE),
  'installation-help': facts(['after-sale', 'product'], KNOWLEDGE),
  greeting: facts(['pre-sale', 'other'], { kind: 'chat' }),
  thanks: facts(['after-sale', 'other'], { kind: 'chat' }),
  goodbye: facts(['after-sale', 'other'], { kind: 'chat' }),
  // Yes and no to nothing in particular: a nod.
  'confirm-yes': facts(['after-sale', 'other'], { kind: 'chat' }),
  'confirm-no': facts(['after-sale', 'other'], { kind: 'chat' }),
};

const UNKNOWN: IntentFacts = facts(['pre-sale', 'other'], KNOWLEDGE);

/** Facts of an intent, or those of a general question. */
export const intentFacts = (intent: string | null): IntentFacts => (intent === null ? UNKNOWN : (entryOf(INTENTS, intent) ?? UNKNOWN));

/** Words that say yes or no to a proposal; what decides money is never guessed from less. */
export const CONFIRM = { yes: 'confirm-yes', no: 'confirm-no' } as const;

/** Words that carry a conversation but name no problem. */
const NO_PROBLEM: ReadonlySet<string> = new Set(['human-request', 'complaint-threat', 'greeting', 'thanks', 'goodbye', CONFIRM.yes, CONFIRM.no]);

/** Whether an intent names something to be solved. */
export const isProblem = (intent: string): boolean => !NO_PROBLEM.has(intent);
