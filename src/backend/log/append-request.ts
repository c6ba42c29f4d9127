import type { Actor, Id, Instant } from '../../shared/contracts/basics.ts';
import type { Accepted } from '../../shared/contracts/commands.ts';
import type { ConversationHead } from '../../shared/contracts/conversation-state.ts';
import type { Failure } from '../../shared/contracts/errors.ts';
import type { ContentOf, EventType, PayloadOf } from '../../shared/contracts/events/catalogue.ts';
import type { ActKind } from '../../shared/domain/preconditions.ts';
import type { Result } from '../../shared/lib/result.ts';
import type { NewDueJob } from '../due/due-job.ts';

/** An event that a decision wants appended; numbers, time and envelope are the log's business. */
export type NewEvent = {
  [T in EventType]: {
    readonly type: T;
    readonly payload: PayloadOf<T>;
    /** Kept in a content row of its own; null for types without content. */
    readonly content: ContentOf<T> | null;
    /** The thing's own id where somebody outside knows it already (a posted message: the command's id). */
    readonly id?: Id;
    /** Who did it, when it isn't the request's actor (the system, in the wake of a person's act). */
    readonly actor?: Actor;
  };
}[EventType];

/** What a decision may look at: everything else it needs was fetched before. */
export type Facts = {
  readonly head: ConversationHead;
  readonly now: Instant;
  readonly newId: () => Id;
};

/** What a command comes to. All of it is written in one transaction, or none of it. */
export type Decision = {
  readonly events: readonly NewEvent[];
  readonly due?: readonly NewDueJob[];
  /** Dedup keys of due jobs that are no longer wanted. */
  readonly cancelDue?: readonly string[];
};

/**
 * One append to one conversation. `decide` runs inside the transaction, synchronously and without side effects: it may be run
 * again. Whatever has to wait (a shop, a model, a lookup) happens before the request is made.
 */
export type AppendRequest = {
  readonly conversationId: Id;
  /** The only shops whose conversations exist for whoever asks; left out by the machine itself, which serves all. */
  readonly shopIds?: readonly Id[];
  readonly actor: Actor;
  /** Idempotency key, scoped by `actor.id`: the same key and fingerprint get the stored answer. */
  readonly key: string;
  /**
   * What must be equal for a repeat to be the same command: its type and payload, canonically. Of what follows an event by itself
   * nothing that may be found otherwise when it is tried again: a refusal would be met for ever.
   */
  readonly fingerprint: string;
  readonly act: ActKind;
  /** Highest seq the actor had seen; null for the system's own acts, which check what they need in `decide`. */
  readonly seenSeq: number | null;
  /** For an order action. */
  readonly orderNumber?: string;
  readonly decide: (facts: Facts) => Result<Decision, Failure>;
};

/** Answered after the commit: the last number written, or why nothing was. */
export type Append = (request: AppendRequest) => Promise<Result<Accepted, Failure>>;
