import type { IncomingHttpHeaders } from 'node:http';

/** Where this host may be spoken to: itself on this machine, and one public origin if a person named it. */
export type Origins = {
  readonly list: readonly string[];
  /** Against DNS rebinding: another name for this address is not ours. */
  readonly isOurHost: (host: string | undefined) => boolean;
  /** A browser's cross-origin call carries another origin; a plain navigation carries none. */
  readonly isOurOrigin: (origin: string | undefined) => boolean;
};

export function createOrigins(port: number, publicOrigin: string | null): Origins {
  const list = [`http://127.0.0.1:${port}`, `http://localhost:${port}`, ...(publicOrigin === null ? [] : [publicOrigin])];
  const hosts = new Set(list.map((origin) => new URL(origin).host));
  return { list, isOurHost: (host) => host !== undefined && hosts.has(host), isOurOrigin: (origin) => origin !== undefined && list.includes(origin) };
}

/** The cookie's name carries the port: browsers share cookies between ports of one host. */
export const cookieName = (port: number): string => `baton-${port}`;

/** The value of a cookie in a request's headers. */
export function cookieOf(headers: IncomingHttpHeaders, name: string): string | undefined {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([key]) => key === name)?.[1];
}
