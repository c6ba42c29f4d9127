import type { Random } from '../../../../src/assist/numeric/random.ts';
import { pick } from './sample-schema.ts';

const nest = (depth: number): unknown => (depth === 0 ? 'bottom' : { a: nest(depth - 1) });

/** What stands where something else should: of another type, too much, too deep, or with a name that objects know already. */
const CONFUSING: readonly unknown[] = [
  null, true, false, 0, -1, 1.5, 1e308, -0, Number.MAX_SAFE_INTEGER + 2, '', ' ', '0', 'null', '\u0000', '\ud800', '\u202e', "'; drop table events; --",
  'x'.repeat(21_000), [], {}, [[]], [null], Array.from({ length: 5_000 }, () => 0), { length: 3 }, { toString: 1 }, { constructor: { prototype: {} } }, nest(200),
  JSON.parse('{"__proto__":{"isAdmin":true}}') as unknown,
];

type Places = readonly (readonly (string | number)[])[];

/** Every place in a value, the whole first. */
function placesIn(value: unknown, path: readonly (string | number)[] = []): Places {
  if (typeof value !== 'object' || value === null) return [path];
  const parts: Places = Object.keys(value).flatMap((key) => placesIn((value as { readonly [key: string]: unknown })[key], [...path, key]));
  return [path, ...parts];
}

function replaceAt(value: unknown, path: readonly (string | number)[], change: (old: unknown) => unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return change(value);
  if (Array.isArray(value)) return value.map((part: unknown, index) => (String(index) === String(key) ? replaceAt(part, rest, change) : part));
  return { ...(value as object), [key]: replaceAt((value as { readonly [key: string]: unknown })[key], rest, change) };
}

function without(value: unknown, random: Random): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return pick(random, CONFUSING);
  const names = Object.keys(value);
  const gone = names[Math.floor(random() * names.length)];
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== gone));
}

/** Spoils one place of a value: replaced, wrapped, emptied of a property, or given one more. */
export function confuse(value: unknown, random: Random): unknown {
  const path = pick(random, placesIn(value));
  return replaceAt(value, path, (old) => {
    const how = random();
    if (how < 0.6) return pick(random, CONFUSING);
    if (how < 0.7) return [old];
    if (how < 0.85) return without(old, random);
    return typeof old === 'object' && old !== null && !Array.isArray(old) ? { ...old, [pick(random, ['extra', 'id', 'constructor'])]: pick(random, CONFUSING) } : { value: old };
  });
}
