import { ERRORS, failureSchema, type ErrorCode, type Failure } from '../../../shared/contracts/errors.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Http, HttpRequest, HttpResponse } from '../../ports/http.ts';

const PATIENCE_MS = 20_000;

const CODE_OF_STATUS: { readonly [status: number]: ErrorCode | undefined } = {
  400: 'BAD_INPUT', 401: 'UNAUTHENTICATED', 403: 'FORBIDDEN', 404: 'NOT_FOUND', 413: 'TOO_LARGE', 415: 'UNSUPPORTED_FILE', 429: 'RATE_LIMITED', 503: 'UNAVAILABLE',
};

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The failure in the body, or, when something in between answered (a proxy, a wrong address), the nearest to the status. */
async function failureOf(response: HttpResponse): Promise<Failure> {
  const read = failureSchema.safeParse(parseJson(await response.text()));
  if (read.success && read.data.code in ERRORS) return read.data;
  return { code: CODE_OF_STATUS[response.status] ?? 'INTERNAL', details: { status: response.status } };
}

export type HttpDeps = { readonly http: Http; readonly clock: Clock };

/** Asks over HTTP and reads a good answer by `read`. No answer, a broken one or none in time is `OFFLINE`. */
export async function fetchAnswer<T>(deps: HttpDeps, asked: { url: string; request: HttpRequest }, read: (response: HttpResponse) => Promise<T>): Promise<Result<T, Failure>> {
  const impatience = new AbortController();
  const cancel = deps.clock.after(PATIENCE_MS, () => impatience.abort());
  try {
    const response = await deps.http(asked.url, { ...asked.request, signal: impatience.signal });
    if (response.status < 200 || response.status > 299) return err(await failureOf(response));
    return ok(await read(response));
  } catch {
    return err({ code: 'OFFLINE' });
  } finally {
    cancel();
  }
}
