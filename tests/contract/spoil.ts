/** A sample made wrong in one place. `what` names the place and the fault. */
export type Spoilt = { readonly what: string; readonly value: unknown };

/** What no contract takes: it is no JSON. */
const MISTYPED = Symbol('mistyped');

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The sample's parts with the way to put another value in their place. */
function* places(value: unknown, path: string, put: (value: unknown) => unknown): Generator<{ path: string; value: unknown; put: (value: unknown) => unknown }> {
  yield { path, value, put };
  if (Array.isArray(value) && value.length > 0) yield* places(value[0], `${path}[0]`, (first) => put([first, ...value.slice(1)]));
  if (!isRecord(value)) return;
  for (const [key, part] of Object.entries(value)) yield* places(part, path === '' ? key : `${path}.${key}`, (changed) => put({ ...value, [key]: changed }));
}

const isInside = (path: string, open: readonly string[]): boolean => open.some((one) => path === one || path.startsWith(`${one}.`));

/** The sample with each of its parts mistyped in turn, but those that are `open`. */
export function* mistyped(sample: unknown, open: readonly string[] = []): Generator<Spoilt> {
  for (const { path, put } of places(sample, '', (value) => value)) {
    if (!isInside(path, open)) yield { what: `${path || 'all'} is no JSON`, value: put(MISTYPED) };
  }
}

/** The sample with one key too many, in each of its objects but those that are `open`. */
export function* withExtra(sample: unknown, open: readonly string[] = []): Generator<Spoilt> {
  for (const { path, value, put } of places(sample, '', (changed) => changed)) {
    if (isRecord(value) && !isInside(path, open)) yield { what: `${path || 'all'} has a key too many`, value: put({ ...value, extra: 1 }) };
  }
}

/** The sample with each key of its outermost object left out in turn. */
export function* withMissing(sample: unknown, optional: readonly string[] = []): Generator<Spoilt> {
  if (!isRecord(sample)) return;
  for (const key of Object.keys(sample).filter((one) => !optional.includes(one))) {
    yield { what: `${key} is missing`, value: Object.fromEntries(Object.entries(sample).filter(([name]) => name !== key)) };
  }
}
