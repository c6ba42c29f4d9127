import { z } from 'zod';
import { actorSchema, idSchema, instantSchema, type Actor, type Id, type Instant } from '../basics.ts';
import type { ContentOf, EventType, PayloadOf } from './catalogue.ts';

/** What every event carries. `position` orders all events of the installation; `publicSeq` only public ones, densely. */
export const envelopeSchema = z.object({
  id: idSchema,
  shopId: idSchema,
  conversationId: idSchema,
  episode: z.int().nonnegative(),
  seq: z.int().positive(),
  publicSeq: z.int().positive().nullable(),
  position: z.int().positive(),
  at: instantSchema,
  actor: actorSchema,
  causationId: z.string().nullable(),
  schemaVersion: z.int().positive(),
  type: z.string().max(80),
  payload: z.record(z.string(), z.json()),
  contentId: z.string().nullable(),
  content: z.json().nullable(),
});

type Envelope = {
  readonly id: Id;
  readonly shopId: Id;
  readonly conversationId: Id;
  readonly episode: number;
  readonly seq: number;
  readonly publicSeq: number | null;
  readonly position: number;
  readonly at: Instant;
  readonly actor: Actor;
  readonly causationId: string | null;
  readonly schemaVersion: number;
  /** Id of the content row, null for types without content. */
  readonly contentId: string | null;
};

/** An event of a known type. `content` is null when the type has none or when it was erased (`contentId` tells which). */
export type EventOf<T extends EventType> = T extends EventType
  ? Envelope & { readonly type: T; readonly payload: PayloadOf<T>; readonly content: ContentOf<T> | null }
  : never;

export type KnownEvent = EventOf<EventType>;

/** An event as it travels: perhaps of a type or version that this build doesn't know. */
export type LogEvent = Envelope & {
  readonly type: string;
  readonly payload: { readonly [key: string]: unknown };
  readonly content: unknown;
};

/** What a staff member sees of an event that is not for them: its number and nothing else. */
export const HIDDEN_TYPE = 'hidden';
