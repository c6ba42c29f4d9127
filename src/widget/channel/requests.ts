import type { Failure } from '../../shared/contracts/errors.ts';
import type { Result } from '../../shared/lib/result.ts';
import type { Clock } from './clock.ts';
import type { Socket } from './socket.ts';

const PATIENCE_MS = 15_000;

/** What came of a request; `lost`: the line broke or stayed silent, and nobody knows whether it arrived. */
export type Answer<T> = { readonly kind: 'answered'; readonly result: Result<T, Failure> } | { readonly kind: 'lost' };

/** Questions that wait for their answers on one connection. */
export type Requests = {
  readonly ask: <T>(socket: Socket, name: string, body: unknown) => Promise<Answer<T>>;
  /** The line broke: nobody will answer any more. */
  readonly loseAll: () => void;
};

export function createRequests(clock: Clock, onAnswered: () => void): Requests {
  const waiting = new Set<() => void>();
  return {
    ask: (socket, name, body) =>
      new Promise((resolve) => {
        const lose = () => finish({ kind: 'lost' });
        const cancel = clock.after(PATIENCE_MS, lose);
        const finish = (outcome: Parameters<typeof resolve>[0]) => {
          waiting.delete(lose);
          cancel();
          resolve(outcome);
        };
        waiting.add(lose);
        socket.request(name, body, (answer) => {
          onAnswered();
          // The answers are those of our own backend, which made them by the contract.
          finish({ kind: 'answered', result: answer as Result<never, Failure> });
        });
      }),
    loseAll: () => {
      for (const lose of waiting) lose();
    },
  };
}
