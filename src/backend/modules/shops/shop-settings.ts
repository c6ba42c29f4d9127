import { z } from 'zod';

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** What a shop has decided about its service; every field has a default, so that an older row still reads. */
export const shopSettingsSchema = z.object({
  /** How long after resolving a customer's message reopens the same episode. */
  reopenWindowMs: z.int().positive().default(48 * HOUR),
  sla: z
    .object({ firstResponseMs: z.int().positive().default(3 * MINUTE), nextReplyMs: z.int().positive().default(5 * MINUTE) })
    .default({ firstResponseMs: 3 * MINUTE, nextReplyMs: 5 * MINUTE }),
  /** Where a conversation waits that nobody has named a queue for. */
  defaultQueueId: z.string().nullable().default(null),
});
export type ShopSettings = z.infer<typeof shopSettingsSchema>;

/** Settings from their stored form. */
export const parseShopSettings = (json: string): ShopSettings => shopSettingsSchema.parse(JSON.parse(json));
