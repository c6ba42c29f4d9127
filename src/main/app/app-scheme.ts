import { protocol } from 'electron';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { Failure } from '../../shared/contracts/errors.ts';
import type { Result } from '../../shared/lib/result.ts';
import { attachmentHeaders, blobOfPath, pageHeaders, withNonce } from '../bridge/index.ts';

const SCHEME = 'app';

/** Origin of the desk's page; nothing else may speak over the bridge. */
export const PAGE_ORIGIN = `${SCHEME}://desk`;
export const PAGE_URL = `${PAGE_ORIGIN}/index.html`;

const MEDIA_TYPES: { readonly [extension: string]: string | undefined } = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.json': 'application/json',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.webp': 'image/webp', '.woff2': 'font/woff2', '.wav': 'audio/wav', '.mp3': 'audio/mpeg',
};

/** To be called before the application is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } }]);
}

type Blob = { readonly mediaType: string; readonly bytes: Uint8Array<ArrayBuffer> };

export type PageSource = {
  /** The built renderer. */
  readonly folder: string;
  /** A customer's file, fetched in the name of who is signed in. */
  readonly download: (blobId: string) => Promise<Result<Blob, Failure>>;
};

const refuse = (status: number): Response => new Response(null, { status });

async function attachment({ download }: PageSource, blobId: string): Promise<Response> {
  const blob = await download(blobId);
  return blob.ok ? new Response(blob.value.bytes, { headers: attachmentHeaders(blob.value.mediaType) }) : refuse(404);
}

async function file({ folder }: PageSource, path: string): Promise<Response> {
  const wanted = normalize(join(folder, path === '/' ? 'index.html' : path));
  if (!wanted.startsWith(folder + sep)) return refuse(403);
  const content = await readFile(wanted).catch(() => null);
  if (!content) return refuse(404);
  const nonce = randomBytes(16).toString('base64');
  const type = MEDIA_TYPES[extname(wanted)] ?? 'application/octet-stream';
  const body = extname(wanted) === '.html' ? withNonce(content.toString('utf8'), nonce) : new Uint8Array(content);
  return new Response(body, { headers: { ...pageHeaders(nonce), 'content-type': type } });
}

/** Serves `app://desk/`: the built page with a fresh nonce and its policy as a header, and customers' files through main. */
export function serveAppScheme(source: PageSource): void {
  protocol.handle(SCHEME, (request) => {
    const { hostname, pathname } = new URL(request.url);
    if (request.method !== 'GET' || `${SCHEME}://${hostname}` !== PAGE_ORIGIN) return refuse(403);
    const path = decodeURIComponent(pathname);
    const blobId = blobOfPath(path);
    return blobId === null ? file(source, path) : attachment(source, blobId);
  });
}
