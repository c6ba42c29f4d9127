import type { z } from 'zod';
import { actionEvents } from './action.ts';
import { botEvents } from './bot.ts';
import { episodeEvents } from './episode.ts';
import { messageEvents } from './message.ts';
import { queueEvents } from './queue.ts';
import { ticketEvents } from './ticket.ts';

/** Every event type of a conversation's log: audience, version and shape. */
export const EVENTS = { ...episodeEvents, ...messageEvents, ...botEvents, ...queueEvents, ...ticketEvents, ...actionEvents };

export type EventType = keyof typeof EVENTS;

type SchemaOf<S> = S extends z.ZodType ? z.output<S> : never;

export type PayloadOf<T extends EventType> = SchemaOf<(typeof EVENTS)[T]['payload']>;

/** The content of an event of this type; `never` for types without any. */
export type ContentOf<T extends EventType> = SchemaOf<NonNullable<(typeof EVENTS)[T]['content']>>;
