import { z } from 'zod';

const portSchema = z.coerce.number<string>().int().min(0).max(65_535);
const flagSchema = z.enum(['0', '1']).transform((value) => value === '1');
const listSchema = z.string().transform((text) => text.split(',').map((part) => part.trim()).filter((part) => part !== ''));

/** Everything that is set from outside, by its name in the environment. */
const environmentSchema = z.object({
  /** PostgreSQL; without it the embedded database in BATON_DATA. */
  DATABASE_URL: z.url().optional(),
  /** Redis, where several nodes run: tells them of each other at once. Without it they look for themselves, a little later. */
  REDIS_URL: z.url().optional(),
  /** Names this node, unlike any other: started again under its name it goes on with what it was doing. Made up unless told. */
  BATON_NODE: z.string().min(1).optional(),
  PORT: portSchema.default(4280),
  HOST: z.string().default('127.0.0.1'),
  /** Folder of the embedded database, files and the signing secret. */
  BATON_DATA: z.string().min(1).default('data'),
  /** Folder of the files that people send, where that is another: one that all nodes of a service share. */
  BATON_FILES: z.string().min(1).optional(),
  /** Origins of pages that may connect, with commas between. */
  BATON_ORIGINS: listSchema.default([]),
  BATON_DEMO: flagSchema.default(false),
  /** 0 for a node that only serves its connections: bot, suggestions and the other reactions run on another, or, in a benchmark, nowhere. */
  BATON_REACTIONS: flagSchema.default(true),
  /** 32 bytes in base64url: needed where several nodes sign for each other; else one is made and kept in BATON_DATA. */
  BATON_SECRET: z.string().regex(/^[\w-]{43}$/).optional(),
  BATON_NAME: z.string().default('Baton'),
  BATON_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  BATON_MODEL_URL: z.url().optional(),
  BATON_MODEL_KEY: z.string().optional(),
  BATON_MODEL_NAME: z.string().default('default'),
  BATON_MODEL_TOKENS_A_DAY: z.coerce.number<string>().int().positive().default(1_000_000),
});
export type Config = z.output<typeof environmentSchema>;

/** A setting that can't be understood: names it, never its value. */
export class BadConfig extends Error {}

/** The environment as configuration; throws `BadConfig` naming every variable that is wrong. */
export function readConfig(environment: { readonly [name: string]: string | undefined }): Config {
  const parsed = environmentSchema.safeParse(environment);
  if (parsed.success) return parsed.data;
  const names = parsed.error.issues.map((issue) => `${issue.path.join('.')} (${issue.message})`);
  throw new BadConfig(`settings that can't be used: ${names.join(', ')}`);
}
