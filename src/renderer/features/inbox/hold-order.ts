import { SECTIONS, type Arrangement } from './arrange-sections.ts';

/** What the list shows: the arrangement, and before which rows others want to enter while the hand holds it still. */
export type HeldArrangement = { readonly shown: Arrangement; readonly entering: ReadonlySet<string> };

const NOBODY: ReadonlySet<string> = new Set();

/** The list without a hand on it: everything goes where it wants to be. */
export const released = (wanted: Arrangement): HeldArrangement => ({ shown: wanted, entering: NOBODY });

/** For every row of a section that isn't shown yet: the shown row it wants to stand before. */
function entriesOf(shown: readonly string[], wanted: readonly string[], known: ReadonlySet<string>): string[] {
  const present = new Set(shown);
  const marks: string[] = [];
  let isEntering = false;
  for (const id of wanted) {
    if (!known.has(id)) isEntering = true;
    else if (present.has(id) && isEntering) {
      marks.push(id);
      isEntering = false;
    }
  }
  return marks;
}

/**
 * A row never moves under the hand: while the pointer or the focus is in the list, rows keep their places, whatever they
 * turn into; new ones wait outside, and a mark stands where each wants to enter.
 */
export function heldOrder(shown: Arrangement, wanted: Arrangement): HeldArrangement {
  const known = new Set(SECTIONS.flatMap((section) => shown[section]));
  return { shown, entering: new Set(SECTIONS.flatMap((section) => entriesOf(shown[section], wanted[section], known))) };
}
