import type { z } from 'zod';

/**
 * Who may read an event: `public` reaches the customer too, `staff` never does, `named` only the people in the payload's
 * `to` (everybody else gets the stub `hidden`). The gateway is the only place that filters by it.
 */
export type Audience = 'public' | 'staff' | 'named';

/** One event type of the log. */
export type EventDefinition<P extends z.ZodType, C extends z.ZodType> = {
  readonly audience: Audience;
  readonly schemaVersion: number;
  readonly payload: P;
  /** Schema of the content row that the event refers to, or null if it has none. */
  readonly content: C | null;
  /** Payload fields that a customer may see of a public event; all others stay inside. */
  readonly publicFields: readonly string[];
};

type Options<P extends z.ZodType, C extends z.ZodType> = {
  readonly payload: P;
  readonly content?: C;
  readonly schemaVersion?: number;
};

const define = <P extends z.ZodType, C extends z.ZodType = z.ZodNever>(
  audience: Audience,
  options: Options<P, C>,
  publicFields: readonly string[],
): EventDefinition<P, C> => ({
  audience,
  schemaVersion: options.schemaVersion ?? 1,
  payload: options.payload,
  content: options.content ?? null,
  publicFields,
});

/** An event that the customer sees too, with the payload fields that they may see. */
export const publicEvent = <P extends z.ZodType, C extends z.ZodType = z.ZodNever>(options: Options<P, C> & { publicFields: readonly string[] }) =>
  define('public', options, options.publicFields);

/** An event for staff only. */
export const staffEvent = <P extends z.ZodType, C extends z.ZodType = z.ZodNever>(options: Options<P, C>) => define('staff', options, []);

/** An event for the people named in its payload's `to`. */
export const namedEvent = <P extends z.ZodType, C extends z.ZodType = z.ZodNever>(options: Options<P, C>) => define('named', options, []);
