import type { Failure } from '../../../shared/contracts/errors.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';

/** Where a backend is. `key` stays the same when its address doesn't, and names the local folder. */
export type ServerPlace = { readonly key: string; readonly locate: () => Promise<Result<string, Failure>> };

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:|\/|$)/i;

/** A backend at an address that a person typed: https unless they say otherwise or mean this machine; only its origin counts. */
export function placeOfAddress(typed: string): Result<ServerPlace, Failure> {
  const address = typed.trim();
  const scheme = LOOPBACK.test(address) ? 'http' : 'https';
  const url = URL.parse(/^[a-z]+:\/\//i.test(address) ? address : `${scheme}://${address}`);
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username !== '') return err({ code: 'BAD_INPUT', details: { field: 'server' } });
  return ok({ key: url.origin, locate: () => Promise.resolve(ok(url.origin)) });
}
