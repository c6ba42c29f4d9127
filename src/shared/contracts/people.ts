import { z } from 'zod';
import { idSchema, instantSchema, languageSchema, localizedTextSchema, moneySchema } from './basics.ts';

export const roleSchema = z.enum(['agent', 'lead', 'trainer', 'editor', 'qa', 'admin']);
export type Role = z.infer<typeof roleSchema>;

/** A member of the shop's staff as colleagues see them. */
export const staffSchema = z.object({
  id: idSchema,
  login: z.string(),
  name: localizedTextSchema,
  role: roleSchema,
  skills: z.array(z.string()),
  /** Conversations they take at once. */
  capacity: z.int().nonnegative(),
  languages: z.array(languageSchema),
});
export type Staff = z.infer<typeof staffSchema>;

/** The signed-in account: staff plus what they alone need to know. */
export const accountSchema = staffSchema.extend({ shopIds: z.array(idSchema), moneyLimit: moneySchema });
export type Account = z.infer<typeof accountSchema>;

export const presenceStateSchema = z.enum(['accepting', 'break', 'off']);
export type PresenceState = z.infer<typeof presenceStateSchema>;

/** Facts of an agent's presence; `connected` is the connection's, `state` the person's choice. */
export const presenceSchema = z.object({
  agentId: idSchema,
  state: presenceStateSchema,
  reason: z.string().nullable(),
  connected: z.boolean(),
  load: z.int().nonnegative(),
  since: instantSchema,
});
export type Presence = z.infer<typeof presenceSchema>;

export const queueSchema = z.object({ id: idSchema, slug: z.string(), name: localizedTextSchema, skills: z.array(z.string()) });
export type Queue = z.infer<typeof queueSchema>;
