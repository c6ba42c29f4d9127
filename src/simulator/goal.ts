import type { Language, Tier } from '../shared/contracts/basics.ts';
import type { Button } from '../shared/contracts/message.ts';

/** What a photo can show; each is drawn, see `photos/`. */
export type PhotoSubject = 'broken-cup' | 'crushed-box' | 'shrunk-sweater' | 'wrong-colour' | 'half-empty-box';

/** Words a customer has for a goal. `{order}` and `{product}` are put in from the facts they hold. */
export type Words = {
  /** One of these begins; its lines are sent one after another, as people do. */
  readonly openings: readonly (readonly string[])[];
  /** Said to the bot when its answer left the matter open. */
  readonly insists: readonly string[];
  /** Said to a person who asks or explains. */
  readonly tellsPerson: readonly string[];
};

/** Words that are the same whatever the goal. */
export type Manners = {
  readonly order: readonly string[];
  readonly noOrder: readonly string[];
  readonly photo: readonly string[];
  readonly noPhoto: readonly string[];
  readonly yes: readonly string[];
  readonly no: readonly string[];
  readonly satisfied: readonly string[];
  readonly thanks: readonly string[];
  readonly wantsPerson: readonly string[];
  readonly nudges: readonly string[];
  readonly comesBack: readonly string[];
};

/** Whose orders a goal is played on. */
export type Plot = {
  /** Orders whose story was written for it. */
  readonly stories: readonly string[];
  /** Orders without a story that fit as well. */
  readonly states: readonly string[];
  readonly categories?: readonly string[];
  readonly tiers?: readonly Tier[];
  /** A visitor whom no shop has signed for. */
  readonly isAnonymous?: boolean;
};

/** How a customer is. Shares are 0..1. */
export type Temper = {
  /** How often an answer of the bot is enough. */
  readonly contentment: number;
  /** How often a proposal is taken. */
  readonly consent: number;
  /** Answers of the bot that may leave the matter open before a person is asked for. */
  readonly botPatience: number;
  /** Silences that are broken with a nudge before they give up. */
  readonly nudges: number;
  /** What they do once they have their answer. */
  readonly ending: 'thanks' | 'silent' | 'comes-back';
};

/** What a simulated customer wants, what they say, and how they are. */
export type Goal = {
  readonly name: string;
  /** Share of the traffic, against the other goals'. */
  readonly weight: number;
  readonly plot: Plot;
  /** Intents they recognise among the bot's buttons. */
  readonly intents: readonly string[];
  readonly photo: PhotoSubject | null;
  readonly temper: Temper;
  readonly says: { readonly [L in Language]?: Words };
};

/** Somebody who pursues a goal, with the facts they hold. */
export type Role = {
  /** Null for a visitor nobody knows. */
  readonly customer: string | null;
  readonly language: Language;
  readonly orderNumber: string | null;
  /** As the customer calls it. */
  readonly product: string;
};

/** What the other side has just done, as far as a customer can tell. */
export type Stimulus =
  | { readonly kind: 'asks-order'; readonly buttons: readonly Button[] }
  | { readonly kind: 'asks-which'; readonly buttons: readonly Button[] }
  | { readonly kind: 'proposes'; readonly yes: Button; readonly no: Button }
  | { readonly kind: 'offers-person'; readonly button: Button }
  | { readonly kind: 'asks-photo' | 'asks-order-number' | 'answers' | 'person-asks' | 'person-says' | 'queued' | 'person-came' | 'receipt' | 'resolved' | 'silence' };

/** What the customer does. */
export type Act =
  | { readonly kind: 'say'; readonly text: string }
  | { readonly kind: 'press'; readonly button: Button }
  | { readonly kind: 'send-photo'; readonly text: string };

export type End = 'satisfied' | 'silent' | 'gave-up' | 'resolved';

/** What a customer remembers of the conversation. */
export type Memory = {
  readonly turns: number;
  readonly open: number;
  readonly nudges: number;
  readonly personTurns: number;
  readonly hasSentPhoto: boolean;
  readonly hasAskedForPerson: boolean;
  /** Their own words so far: nobody says the same sentence twice while they have another. */
  readonly said: readonly string[];
};

export const FRESH: Memory = { turns: 0, open: 0, nudges: 0, personTurns: 0, hasSentPhoto: false, hasAskedForPerson: false, said: [] };

export type Step = { readonly acts: readonly Act[]; readonly memory: Memory; readonly end: End | null };
