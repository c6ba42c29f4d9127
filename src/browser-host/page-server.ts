import fastifyCookie from '@fastify/cookie';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ERRORS, type ErrorCode, type Failure } from '../shared/contracts/errors.ts';
import type { Result } from '../shared/lib/result.ts';
import { attachmentHeaders, blobOfPath, pageHeaders, withNonce } from '../main/bridge/index.ts';
import type { LoginGate } from './login-gate.ts';
import { cookieName, type Origins } from './origins.ts';
import { refusalPage } from './refusal-page.ts';

export type PageServerDeps = {
  readonly gate: LoginGate;
  /** The built renderer. */
  readonly folder: string;
  /** Whoever holds it may ask for a new login address: it lies in a file that only this user can read. */
  readonly controlSecret: string;
  /** Known once the server listens. */
  readonly place: () => { readonly port: number; readonly origins: Origins; readonly publicOrigin: string | null };
  readonly newLogin: () => string;
  readonly download: (blobId: string) => Promise<Result<{ mediaType: string; bytes: Uint8Array }, Failure>>;
};

/** Reachable without a session; each has its own key. */
const OPEN_PATHS: ReadonlySet<string> = new Set(['/login', '/control/login']);

const scriptFiles = {
  '/host/socket.io.js': join(dirname(createRequire(import.meta.url).resolve('socket.io/package.json')), 'client-dist/socket.io.min.js'),
  '/host/bridge.js': join(import.meta.dirname, 'page/bridge.js'),
};
/** Run in order before the page's own module, which needs the bridge. */
const SCRIPTS = '<script src="/host/socket.io.js"></script><script type="module" src="/host/bridge.js"></script>';

const pathOf = (request: FastifyRequest): string => request.url.split('?')[0] ?? '/';

function refuse(reply: FastifyReply, code: ErrorCode) {
  const wantsPage = reply.request.headers.accept?.includes('text/html') === true;
  reply.code(ERRORS[code].status);
  return wantsPage ? reply.type('text/html; charset=utf-8').send(refusalPage(code)) : reply.send({ code });
}

/** Every request: our host, our origin where one is named, and a session. Headers first, so that refusals have them too. */
function guard(app: FastifyInstance, { gate, place }: PageServerDeps): void {
  app.addHook('onRequest', async (request, reply) => {
    const { origins, port } = place();
    const { host, origin } = request.headers;
    reply.headers(pageHeaders(randomBytes(16).toString('base64')));
    if (!origins.isOurHost(host) || (origin !== undefined && !origins.isOurOrigin(origin))) return refuse(reply, 'ORIGIN_REFUSED');
    if (!OPEN_PATHS.has(pathOf(request)) && !gate.isSession(request.cookies[cookieName(port)])) return refuse(reply, 'UNAUTHENTICATED');
  });
}

function addLogin(app: FastifyInstance, { gate, place, controlSecret, newLogin }: PageServerDeps): void {
  app.get<{ Querystring: { key?: string } }>('/login', async (request, reply) => {
    const session = gate.redeem(request.query.key ?? '');
    if (!session.ok) return refuse(reply, session.error.code);
    const { port, publicOrigin } = place();
    const secure = publicOrigin?.startsWith('https:') === true && request.headers.host === new URL(publicOrigin).host;
    return reply.setCookie(cookieName(port), session.value, { httpOnly: true, sameSite: 'strict', path: '/', secure }).redirect('/');
  });
  app.post('/control/login', async (request, reply) => {
    const isOwner = request.headers['x-baton-control'] === controlSecret && request.headers.origin === undefined;
    return isOwner ? { address: newLogin() } : refuse(reply, 'FORBIDDEN');
  });
}

function addPage(app: FastifyInstance, { folder, download }: PageServerDeps): void {
  const servePage = async (_request: FastifyRequest, reply: FastifyReply) => {
    const nonce = randomBytes(16).toString('base64');
    const html = await readFile(join(folder, 'index.html'), 'utf8');
    const page = withNonce(html, nonce).replace('<script', `${SCRIPTS}<script`);
    return reply.headers(pageHeaders(nonce)).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(page);
  };
  app.get('/', servePage);
  app.get('/index.html', servePage);
  for (const [path, file] of Object.entries(scriptFiles)) {
    app.get(path, async (_request, reply) => reply.type('text/javascript; charset=utf-8').send(await readFile(file)));
  }
  app.get('/attachment/:blobId', async (request, reply) => {
    const blobId = blobOfPath(pathOf(request));
    const blob = blobId === null ? null : await download(blobId);
    return blob?.ok ? reply.headers(attachmentHeaders(blob.value.mediaType)).send(Buffer.from(blob.value.bytes)) : refuse(reply, 'NOT_FOUND');
  });
}

/** The HTTP side of the host: the built page, its scripts and customers' files, for one session on this machine. */
export async function createPageServer(deps: PageServerDeps): Promise<FastifyInstance> {
  const app = Fastify({ logger: false });
  await app.register(fastifyCookie);
  guard(app, deps);
  addLogin(app, deps);
  addPage(app, deps);
  await app.register(fastifyStatic, { root: deps.folder, index: false, wildcard: true });
  return app;
}
