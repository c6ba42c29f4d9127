import { z } from 'zod';
import { instantSchema, languageSchema } from '../basics.ts';
import { failureSchema } from '../errors.ts';
import { accountSchema, presenceSchema } from '../people.ts';

/** The line to the backend as the lamp shows it. */
export const connectionSchema = z.object({
  state: z.enum(['offline', 'connecting', 'catching-up', 'live', 'refused']),
  /** Since when it is in this state; `offline` and `connecting` are one stretch, however often it is tried. */
  since: instantSchema,
  /** When the last word of the backend came, heartbeats included; null before the first. */
  lastHeardAt: instantSchema.nullable(),
  /** Events fetched of those known to be missing, while catching up. */
  progress: z.object({ done: z.int(), of: z.int() }).nullable(),
  failure: failureSchema.nullable(),
});
export type Connection = z.infer<typeof connectionSchema>;

export const settingsSchema = z.object({
  language: languageSchema,
  theme: z.enum(['light', 'dark', 'system']),
  enterSends: z.boolean(),
  sound: z.boolean(),
});
export type Settings = z.infer<typeof settingsSchema>;

/** What every window knows of the application. */
export const appStateSchema = z.object({
  version: z.string(),
  host: z.enum(['electron', 'browser']),
  platform: z.enum(['mac', 'windows', 'linux']),
  /** Address of the embedded or last used server, for the sign-in form. */
  server: z.string().nullable(),
  demoAvailable: z.boolean(),
  /** Address of the demo shop's chat page while its backend runs: where one can be a customer oneself. */
  chatPage: z.string().nullable(),
  account: accountSchema.nullable(),
  connection: connectionSchema,
  presence: presenceSchema.nullable(),
  settings: settingsSchema,
  /** False where secrets can only be kept in the clear: then tokens are not kept, and sign-in says so. */
  canKeepSignIn: z.boolean(),
  unsent: z.int(),
});
export type AppState = z.infer<typeof appStateSchema>;
