import { z } from 'zod';
import { idSchema, seqSchema } from '../basics.ts';
import { publicEventSchema, type PublicEvent } from '../events/public-event.ts';
import type { AcceptedByCustomer, CustomerCommand } from '../commands.ts';
import type { Failure } from '../errors.ts';
import type { Result } from '../../lib/result.ts';

/** Namespace of the customers' channel on the same socket endpoint as staff. */
export const CUSTOMER_NAMESPACE = '/customer';

/** The customer's token is scoped to one conversation: there is no id to guess. */
export const customerHandshakeSchema = z.strictObject({ protocol: z.int(), token: z.string().max(4096) });

export const customerSyncRequestSchema = z.strictObject({ afterPublicSeq: seqSchema });
export const customerTypingRequestSchema = z.strictObject({ typing: z.boolean() });

export const customerSyncAnswerSchema = z.object({ events: z.array(publicEventSchema), more: z.boolean() });
export type CustomerSyncAnswer = { readonly events: readonly PublicEvent[]; readonly more: boolean };

export const customerHeartbeatSchema = z.object({ publicSeq: seqSchema, at: z.int() });

type Ack<T> = (answer: Result<T, Failure>) => void;

/** Client to server, each answered once. */
export type CustomerToServer = {
  command: (command: CustomerCommand, ack: Ack<AcceptedByCustomer>) => void;
  sync: (request: z.infer<typeof customerSyncRequestSchema>, ack: Ack<CustomerSyncAnswer>) => void;
  typing: (request: z.infer<typeof customerTypingRequestSchema>, ack: Ack<null>) => void;
};

/** Server to client. */
export type ServerToCustomer = {
  events: (events: readonly PublicEvent[]) => void;
  heartbeat: (heartbeat: z.infer<typeof customerHeartbeatSchema>) => void;
  typing: (activity: { readonly typing: boolean }) => void;
  ended: (failure: Failure) => void;
};

/** Answer of `visitor.start`. */
export const visitorSessionSchema = z.object({ token: z.string(), conversationId: idSchema, customerId: idSchema, identified: z.boolean() });
