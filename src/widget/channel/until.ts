import type { Store } from './store.ts';

type Watched = Pick<Store<unknown>, 'subscribe'>;

/** For tests: resolves when `check` holds, which is asked now and at every change. The test's own time limit is the limit. */
export function until(stores: readonly Watched[], check: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const ask = () => {
      if (!check()) return;
      for (const undo of undos) undo();
      resolve();
    };
    const undos = stores.map((store) => store.subscribe(ask));
    ask();
  });
}
