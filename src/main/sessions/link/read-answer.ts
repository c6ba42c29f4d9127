import { failureSchema, type Failure } from '../../../shared/contracts/errors.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';

/** A schema of the contracts, as far as reading an answer goes. */
export type AnswerSchema<T> = { readonly safeParse: (value: unknown) => { readonly success: true; readonly data: T } | { readonly success: false } };

type RawAnswer = { readonly ok?: unknown; readonly value?: unknown; readonly error?: unknown };

/** The result that the backend answered, or null when it isn't one that its contract knows. */
export function readAnswer<T>(answer: unknown, schema: AnswerSchema<T>): Result<T, Failure> | null {
  const raw: RawAnswer = typeof answer === 'object' && answer !== null ? answer : {};
  if (raw.ok === true) {
    const value = schema.safeParse(raw.value);
    return value.success ? ok(value.data) : null;
  }
  const failure = failureSchema.safeParse(raw.error);
  return raw.ok === false && failure.success ? err(failure.data) : null;
}
