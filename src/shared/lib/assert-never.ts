/** Ends a switch over a closed union: a member added later is a type error here, and an impossible value throws. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
