import { z } from 'zod';
import { acceptedSchema } from '../commands.ts';
import { conversationStateSchema } from '../conversation-state.ts';
import { idSchema, seqSchema } from '../basics.ts';
import { envelopeSchema, type LogEvent } from '../events/envelope.ts';
import { failureSchema, type Failure } from '../errors.ts';
import { feedSchema, type Feed } from '../inbox.ts';
import { presenceSchema, presenceStateSchema, type Presence } from '../people.ts';
import type { Accepted, StaffCommand } from '../commands.ts';
import type { ConversationState } from '../conversation-state.ts';
import type { Result } from '../../lib/result.ts';

/** Path of the socket endpoint on the backend; staff connect to its root namespace. */
export const SOCKET_PATH = '/rt';

/** What a desk says when it connects; refused with `connect_error` whose `data` is a `Failure`. */
export const staffHandshakeSchema = z.strictObject({
  protocol: z.int(),
  token: z.string().max(4096),
  /** Stable per installation: with the epoch it fences an older connection of the same agent. */
  deviceId: idSchema,
  /** Grows with every connection attempt of the device. */
  epoch: z.int().nonnegative(),
});
export type StaffHandshake = z.infer<typeof staffHandshakeSchema>;

export const openRequestSchema = z.strictObject({ conversationId: idSchema, /** Last seq held, or null for a fresh snapshot. */ afterSeq: seqSchema.nullable() });
export const closeRequestSchema = z.strictObject({ conversationId: idSchema });
export const feedRequestSchema = z.strictObject({ /** Last position held, or null for all open rows. */ afterPosition: z.int().nonnegative().nullable() });
export const presenceRequestSchema = z.strictObject({ state: presenceStateSchema, reason: z.string().max(200).nullable() });
export const typingRequestSchema = z.strictObject({ conversationId: idSchema, typing: z.boolean() });

export const logEventSchema = envelopeSchema;

/**
 * Answer to `open`: the events after N, or a snapshot when N is unknown or too far back. `more` means: ask again after the
 * last one. The subscription is in force before the answer is made, so nothing falls between.
 */
export const openAnswerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('events'), events: z.array(logEventSchema), more: z.boolean() }),
  z.object({ kind: z.literal('snapshot'), state: conversationStateSchema }),
]);
export type OpenAnswer =
  | { readonly kind: 'events'; readonly events: readonly LogEvent[]; readonly more: boolean }
  | { readonly kind: 'snapshot'; readonly state: ConversationState };

export const heartbeatSchema = z.object({
  /** Head of this agent's feed. */
  position: z.int().nonnegative(),
  /** Heads of the conversations this connection has open. */
  heads: z.record(z.string(), seqSchema),
  at: z.int(),
});
export type Heartbeat = z.infer<typeof heartbeatSchema>;

export const activitySchema = z.object({ conversationId: idSchema, who: z.object({ kind: z.enum(['customer', 'agent']), id: z.string() }), what: z.enum(['typing', 'viewing', 'idle']) });
export type Activity = z.infer<typeof activitySchema>;

export const resultOf = <T extends z.ZodType>(value: T) =>
  z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), value }), z.object({ ok: z.literal(false), error: failureSchema })]);

export const commandAnswerSchema = resultOf(acceptedSchema);

type Ack<T> = (answer: Result<T, Failure>) => void;

/** Client to server, each answered once. */
export type StaffToServer = {
  command: (command: StaffCommand, ack: Ack<Accepted>) => void;
  open: (request: z.infer<typeof openRequestSchema>, ack: Ack<OpenAnswer>) => void;
  close: (request: z.infer<typeof closeRequestSchema>, ack: Ack<null>) => void;
  feed: (request: z.infer<typeof feedRequestSchema>, ack: Ack<Feed>) => void;
  presence: (request: z.infer<typeof presenceRequestSchema>, ack: Ack<Presence>) => void;
  typing: (request: z.infer<typeof typingRequestSchema>, ack: Ack<null>) => void;
};

/** Server to client. `events` are of one conversation, dense and in order; `ended` says why the connection is about to close. */
export type ServerToStaff = {
  events: (events: readonly LogEvent[]) => void;
  feed: (feed: Feed) => void;
  heartbeat: (heartbeat: Heartbeat) => void;
  presence: (presence: Presence) => void;
  activity: (activity: Activity) => void;
  ended: (failure: Failure) => void;
};

export const serverToStaffSchemas = {
  events: z.array(logEventSchema),
  feed: feedSchema,
  heartbeat: heartbeatSchema,
  presence: presenceSchema,
  activity: activitySchema,
  ended: failureSchema,
};
