import type { Failure } from '../../../shared/contracts/errors.ts';
import type { Result } from '../../../shared/lib/result.ts';
import type { Clock } from '../../ports/clock.ts';

/** What came of a request; `lost`: the line broke or stayed silent, and nobody knows whether it arrived. */
export type Answer<T> = { readonly kind: 'answered'; readonly result: Result<T, Failure> } | { readonly kind: 'lost' };

const PATIENCE_MS = 15_000;

/** Requests on their way: each ends once, by its answer, by the line's end, or by nobody answering. */
export class PendingRequests {
  readonly #clock: Clock;
  readonly #losers = new Set<() => void>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** `send` is handed what to call with the answer. */
  open<T>(send: (answer: (result: Result<T, Failure>) => void) => void): Promise<Answer<T>> {
    return new Promise((resolve) => {
      const finish = (outcome: Answer<T>) => {
        this.#losers.delete(lose);
        cancel();
        resolve(outcome);
      };
      const lose = () => finish({ kind: 'lost' });
      const cancel = this.#clock.after(PATIENCE_MS, lose);
      this.#losers.add(lose);
      send((result) => finish({ kind: 'answered', result }));
    });
  }

  loseAll(): void {
    for (const lose of this.#losers) lose();
  }
}
