import type { Id, Instant } from '../../shared/contracts/basics.ts';

/** Work promised for a time. At most one job with the same `dedupKey` waits; adding it again moves it. */
export type NewDueJob = {
  readonly kind: string;
  readonly dedupKey: string;
  readonly runAt: Instant;
  readonly conversationId: Id | null;
  readonly payload: { readonly [key: string]: string | number | boolean | null };
};

export type DueJob = NewDueJob & { readonly id: Id; readonly attempts: number };

/** Runs jobs of one kind. May run twice after a crash, so what it does is keyed by the job's id. A throw is a retry, later. */
export type DueHandler = {
  readonly kind: string;
  /** The longest a job of this kind is promised for, in milliseconds: it comes within twice that, whatever becomes of the clock. Without it, it waits for its instant. */
  readonly within?: number;
  readonly run: (job: DueJob) => Promise<void>;
};
