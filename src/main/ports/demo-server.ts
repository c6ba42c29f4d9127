import type { Failure } from '../../shared/contracts/errors.ts';
import type { Result } from '../../shared/lib/result.ts';

/** The backend that the application brings along. Its address may differ after every start. */
export type DemoServer = {
  /** Starts it if need be; answers with its address once it listens. */
  readonly locate: () => Promise<Result<string, Failure>>;
  /** Its address while it listens. */
  readonly address: () => string | null;
};
