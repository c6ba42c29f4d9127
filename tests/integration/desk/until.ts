import type { Undo } from '../../../src/main/ports/clock.ts';

/** Resolves when `check` holds, which is asked now and at every signal. The test's own time limit is the limit. */
export function until(on: (heard: () => void) => Undo, check: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    if (check()) return resolve();
    const undo = on(() => {
      if (!check()) return;
      undo();
      resolve();
    });
  });
}
