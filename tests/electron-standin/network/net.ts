import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { refuseRest } from '../core/refuse-rest.ts';

/** What Chromium says a file is, by its extension; scripts and styles are refused by a page without it. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.gif': 'image/gif',
  '.htm': 'text/html',
  '.html': 'text/html',
  '.ico': 'image/x-icon',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.wasm': 'application/wasm',
  '.wav': 'audio/wav',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

async function fetchFile(url: string): Promise<Response> {
  const path = fileURLToPath(url);
  const type = MEDIA_TYPES[extname(path).toLowerCase()];
  try {
    return new Response(await readFile(path), { headers: type === undefined ? {} : { 'content-type': type } });
  } catch (error) {
    throw new Error('net::ERR_FILE_NOT_FOUND', { cause: error });
  }
}

/** Electron's `net`: `fetch` knows files too; the network is Node's. */
export const net = refuseRest(
  {
    fetch(input: string | Request, init?: RequestInit): Promise<Response> {
      const url = typeof input === 'string' ? input : input.url;
      return url.startsWith('file:') ? fetchFile(url) : fetch(input, init);
    },
    isOnline: (): boolean => true,
    online: true,
  },
  'Net',
);
