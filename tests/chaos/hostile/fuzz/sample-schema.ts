import type { Random } from '../../../../src/assist/numeric/random.ts';

/** As much of JSON Schema as zod writes of our contracts. */
export type JsonSchema = {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly properties?: { readonly [name: string]: JsonSchema };
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
};

/** Chooses one. */
export const pick = <T>(random: Random, from: readonly [T, ...T[]] | readonly T[]): T => from[Math.floor(random() * from.length)] as T;

const WORDS = ['', 'hello', '你好', 'SL20260412001', '2026-11-21', '🙂'.repeat(9), 'a'.repeat(300)];

function hex(random: Random, digits: number): string {
  return Array.from({ length: digits }, () => Math.floor(random() * 16).toString(16)).join('');
}

/** A UUIDv7 that names nothing. */
export const strangeId = (random: Random): string => `01a1fce2-${hex(random, 4)}-7${hex(random, 3)}-a${hex(random, 3)}-${hex(random, 12)}`;

const isId = ({ pattern, format }: JsonSchema): boolean => format === 'uuid' || pattern?.includes('[0-9a-f') === true;

function sampleObject({ properties = {}, required = [] }: JsonSchema, random: Random): object {
  const wanted = Object.entries(properties).filter(([name]) => required.includes(name) || random() < 0.5);
  return Object.fromEntries(wanted.map(([name, schema]) => [name, sampleSchema(schema, random)]));
}

/** A value that fits, or nearly: patterns other than ids are not obeyed. */
export function sampleSchema(schema: JsonSchema, random: Random): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return pick(random, schema.enum);
  const variants = schema.anyOf ?? schema.oneOf;
  if (variants) return sampleSchema(pick(random, variants), random);
  switch (schema.type) {
    case 'object': return sampleObject(schema, random);
    case 'array': return Array.from({ length: (schema.minItems ?? 0) + Math.floor(random() * 3) }, () => sampleSchema(schema.items ?? {}, random));
    case 'string': return isId(schema) ? strangeId(random) : pick(random, WORDS);
    case 'integer': return Math.max(schema.minimum ?? 0, Math.floor(random() * 1_000));
    case 'number': return random() * 100;
    case 'boolean': return random() < 0.5;
    case 'null': return null;
    default: return pick(random, WORDS);
  }
}
