import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { languageSchema, localizedTextSchema, tierSchema } from '../../shared/contracts/basics.ts';
import { accountSchema } from '../../shared/contracts/people.ts';

const shopSchema = z.object({
  slug: z.string(),
  name: localizedTextSchema,
  timeZone: z.string(),
  currency: z.string(),
  reopenWindowHours: z.number().positive(),
  queues: z.array(z.object({ slug: z.string(), name: localizedTextSchema, skills: z.array(z.string()) })).min(1),
});

const staffSchema = accountSchema.omit({ id: true, shopIds: true });
const customerSchema = z.object({ slug: z.string(), name: z.string(), tier: tierSchema, language: languageSchema });

const readJson = async <T>(folder: string, name: string, schema: z.ZodType<T>): Promise<T> => schema.parse(JSON.parse(await readFile(path.join(folder, name), 'utf8')));

/** The demo shop's people and places; what it sells is its shop system's business. */
export async function readDemoFiles(folder: string) {
  const [shop, staff, customers] = await Promise.all([
    readJson(folder, 'shop.json', shopSchema),
    readJson(folder, 'staff.json', z.array(staffSchema)),
    readJson(folder, 'customers.json', z.array(customerSchema)),
  ]);
  return { shop, staff, customers };
}
export type DemoFiles = Awaited<ReturnType<typeof readDemoFiles>>;
