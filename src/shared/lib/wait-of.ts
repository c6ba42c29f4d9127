/**
 * How much of `interval` is left since an instant, in milliseconds; 0 when it is over. An instant that lies ahead was read from a
 * clock that has been set back since: nothing is known of its age, and to wait for it would take as long as the clock's jump.
 */
export function waitOf(since: number, interval: number, now: number): number {
  const age = now - since;
  return age >= 0 && age < interval ? interval - age : 0;
}
