import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { mistyped, withExtra, withMissing, type Spoilt } from './spoil.ts';

type Leniency = {
  /** Paths below which anything is taken: it is checked further in, against a schema of its own. */
  readonly open?: readonly string[] | undefined;
  readonly optional?: readonly string[] | undefined;
};

const takes = (schema: z.ZodType, value: unknown, as: unknown): boolean => isDeepStrictEqual(schema.safeParse(value).data, as);
const refusedSample = (schema: z.ZodType, sample: unknown): string[] => (takes(schema, sample, sample) ? [] : ['the sample is refused or changed']);
const taken = (schema: z.ZodType, spoilt: Iterable<Spoilt>): string[] => [...spoilt].filter(({ value }) => schema.safeParse(value).success).map(({ what }) => what);

/** Faults of what comes in: it is closed, so the sample is taken as it is, and refused with anything missing, mistyped or too many. */
export function faultsOfInput(schema: z.ZodType, sample: unknown, { open = [], optional = [] }: Leniency = {}): string[] {
  return [...refusedSample(schema, sample), ...taken(schema, [...mistyped(sample, open), ...withMissing(sample, optional), ...withExtra(sample, open)])];
}

/** Faults of what goes out: it is never mistyped, but may grow by keys, which an older reader drops. */
export function faultsOfOutput(schema: z.ZodType, sample: unknown, { open = [], optional = [] }: Leniency = {}): string[] {
  const [grown] = withExtra(sample);
  const keepsGrowth = grown && !takes(schema, grown.value, sample) ? ['a new key is not dropped'] : [];
  return [...refusedSample(schema, sample), ...taken(schema, [...mistyped(sample, open), ...withMissing(sample, optional)]), ...keepsGrowth];
}
