import type { z } from 'zod';
import type { Failure } from '../shared/contracts/errors.ts';
import { err, ok, type Result } from '../shared/lib/result.ts';

/** What came over the wire, by its contract; BAD_INPUT names the first place that doesn't fit, never its value. */
export function parseInput<S extends z.ZodType>(schema: S, value: unknown): Result<z.output<S>, Failure> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  return err({ code: 'BAD_INPUT', details: { path: parsed.error.issues[0]?.path.map(String).join('.') ?? '' } });
}
