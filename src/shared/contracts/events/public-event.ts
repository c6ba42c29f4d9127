import { z } from 'zod';
import { actorKinds, idSchema, instantSchema } from '../basics.ts';

/** An event on the customer's channel: numbered by `publicSeq` alone, its payload cut down to the type's public fields. */
export const publicEventSchema = z.object({
  id: idSchema,
  publicSeq: z.int().positive(),
  at: instantSchema,
  /** The speaker by kind, and for staff the name that customers may know. */
  actor: z.object({ kind: z.enum(actorKinds), name: z.string().nullable() }),
  type: z.string(),
  payload: z.record(z.string(), z.json()),
  content: z.json().nullable(),
});
export type PublicEvent = z.infer<typeof publicEventSchema>;
