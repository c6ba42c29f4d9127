/** Ends what was started; calling it twice changes nothing. */
export type Stop = () => void;

/** UTC epoch milliseconds. */
export type Clock = () => number;

export type Timers = {
  /** Runs once after so many milliseconds. */
  readonly after: (milliseconds: number, run: () => void) => Stop;
};

/** Facts and a plain sentence; never a customer's words. */
export type Log = (facts: { readonly [name: string]: unknown }, message: string) => void;

/** Resolves when the time has passed, or at once when `signal` is raised. */
export function pause(timers: Timers, milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const finish = () => {
      cancel();
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const cancel = timers.after(milliseconds, finish);
    signal.addEventListener('abort', finish, { once: true });
  });
}
