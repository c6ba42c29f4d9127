import type { ErrorCode, Failure } from '../../shared/contracts/errors.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import type { Clock } from './clock.ts';
import { readFailure } from './failure.ts';

const PATIENCE_MS = 30_000;

const CODE_OF_STATUS: { readonly [status: number]: ErrorCode | undefined } = {
  400: 'BAD_INPUT', 401: 'UNAUTHENTICATED', 403: 'FORBIDDEN', 404: 'NOT_FOUND', 413: 'TOO_LARGE', 415: 'UNSUPPORTED_FILE', 429: 'RATE_LIMITED',
};

export type HttpDeps = { readonly http: typeof fetch; readonly clock: Clock };

export type Asked = { readonly url: string; readonly request: RequestInit };

/** The failure in the body, or, when something in between answered (a proxy, a wrong address), the nearest to the status. */
async function failureOf(response: Response): Promise<Failure> {
  const body: unknown = await response.json().catch(() => null);
  return readFailure(body) ?? { code: CODE_OF_STATUS[response.status] ?? 'UNAVAILABLE' };
}

/** Asks over HTTP and reads a good answer by `read`. No answer, a broken one or none in time is `OFFLINE`. */
export async function fetchAnswer<T>({ http, clock }: HttpDeps, { url, request }: Asked, read: (response: Response) => Promise<T>): Promise<Result<T, Failure>> {
  const impatience = new AbortController();
  const cancel = clock.after(PATIENCE_MS, () => impatience.abort());
  try {
    const response = await http(url, { ...request, signal: impatience.signal });
    return response.ok ? ok(await read(response)) : err(await failureOf(response));
  } catch {
    return err({ code: 'OFFLINE' });
  } finally {
    cancel();
  }
}
