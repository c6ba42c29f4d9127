import { z } from 'zod';
import { idSchema } from '../../shared/contracts/basics.ts';
import { presenceSchema } from '../../shared/contracts/people.ts';
import { activitySchema } from '../../shared/contracts/wire/staff-socket.ts';

/** A desk's connection as other nodes are told of it. `at`: when it came, by its node's clock. */
const standingSchema = z.object({ accountId: idSchema, deviceId: z.string(), epoch: z.number(), at: z.number(), nodeId: z.string() });
export type Standing = z.output<typeof standingSchema>;

/**
 * What nodes say to each other. Any of it may be lost: the log is read from the database, sessions and leases are looked up with
 * every beat, connections are told again, and the rest is kept nowhere.
 */
export const nodeWordSchema = z.discriminatedUnion('kind', [
  /** The log has grown. */
  z.object({ kind: z.literal('committed') }),
  z.object({ kind: z.literal('connected'), connections: z.array(standingSchema) }),
  z.object({ kind: z.literal('revoked'), sessionId: idSchema }),
  z.object({ kind: z.literal('presence'), shopIds: z.array(idSchema), presence: presenceSchema }),
  z.object({ kind: z.literal('activity'), activity: activitySchema }),
  z.object({ kind: z.literal('typing'), conversationId: idSchema, typing: z.boolean() }),
]);
export type NodeWord = z.output<typeof nodeWordSchema>;
