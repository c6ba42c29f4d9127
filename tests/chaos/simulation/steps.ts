import type { CommitFault } from './commit-faults.ts';
import type { ShopFault } from './shop-line.ts';

/** A client's machine: an agent's desk or a customer's page, by its number. */
export type Client = { readonly kind: 'desk' | 'page'; readonly index: number };

/** An act on an order. `amount` in minor units; `isFresh`: the order is looked at just before, and not as it was seen last. */
export type OrderAct = { readonly order: 'coupon' | 'refund'; readonly amount: number; readonly isFresh: boolean };

/** What an agent does. `page` names the conversation by its customer. */
export type AgentAct =
  | { readonly act: 'reply' | 'note' | 'whisper' | 'read' | 'take-over' | 'resolve' | 'reopen' | 'edit' | 'recall' | 'draft' | 'same-again' | 'send-anew' | 'drop' }
  | { readonly act: 'transfer'; readonly to: number };

/** What an agent does about the case beside talking. */
export type CaseAct =
  | { readonly act: 'snooze' | 'unsnooze' | 'ticket' | 'escalate' | 'judge-flag' | 'accept-work' | 'scroll-back' | 'file' }
  | ({ readonly act: 'order' } & OrderAct)
  | { readonly act: 'decide'; readonly verdict: 'approved' | 'declined' };

export type Step = { readonly at: number } & (
  /** `shows`: sends a file in place of words. */
  | { readonly kind: 'customer-says'; readonly page: number; readonly wants?: 'person'; readonly shows?: 'file' }
  | { readonly kind: 'customer-reads'; readonly page: number }
  | ({ readonly kind: 'agent'; readonly desk: number; readonly page: number } & (AgentAct | CaseAct))
  | { readonly kind: 'weather'; readonly client: Client; readonly loss: number; readonly duplication: number; readonly latency: number }
  | { readonly kind: 'break' | 'forsake' | 'stall' | 'clear' | 'fair' | 'down' | 'kill' | 'reconnect'; readonly client: Client }
  | { readonly kind: 'kill-at-write'; readonly desk: number; readonly after: number }
  | { readonly kind: 'kill-backend' }
  /** What the backend reads is answered so much later, in milliseconds. */
  | { readonly kind: 'slow-reads'; readonly milliseconds: number }
  | { readonly kind: 'cut-shop-line'; readonly fault: ShopFault; readonly milliseconds: number }
  /** The sign-in of a desk is ended from elsewhere. */
  | { readonly kind: 'revoke'; readonly desk: number }
  /** A colleague's broken program sends the newest words of a conversation once more, and then others, under the id that they have. */
  | { readonly kind: 'borrow-key'; readonly page: number }
  /** Of the log, or of what is written `beside` it. */
  | { readonly kind: 'break-commit'; readonly beside?: true; readonly fault: CommitFault; readonly after: number; readonly count: number }
  | { readonly kind: 'jump'; readonly machine: Client | 'backend'; readonly milliseconds: number }
  /** Whatever is dead is started again. */
  | { readonly kind: 'supervise' }
);

export type Schedule = {
  readonly seed: string;
  readonly desks: number;
  readonly pages: number;
  /** The first customer's conversation is longer than any window; the first desk knows its beginning, the third the first half. */
  readonly beginning?: 'long';
  readonly steps: readonly Step[];
};
