import { mkdtempSync, writeFileSync } from 'node:fs';
import { get as httpGet } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io, type Socket } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROTOCOL_VERSION } from '../shared/lib/protocol.ts';
import { systemClock } from '../main/ports/system-clock.ts';
import { systemRandom } from '../main/ports/system-random.ts';
import { startBrowserHost, type BrowserHost } from './browser-host.ts';
import { announceHost, askForLogin, findRunningHost } from './running-host.ts';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const PAGE = '<html><meta property="csp-nonce" nonce="__CSP_NONCE__"><script type="module" src="/a.js"></script></html>';

let host: BrowserHost;
let dataFolder: string;
let base: string;
const sockets: Socket[] = [];

beforeEach(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'baton-host-'));
  writeFileSync(join(dataFolder, 'index.html'), PAGE);
  writeFileSync(join(dataFolder, 'a.js'), 'export {};');
  host = await startBrowserHost({
    port: 0, publicOrigin: null, dataFolder, pageFolder: dataFolder, checkPhrases: () => [], demo: null, startCustomers: null, language: 'en', version: '1.0.0', platform: 'linux',
    clock: systemClock, random: systemRandom, http: fetch, log: quiet,
  });
  base = `http://127.0.0.1:${host.port}`;
});
afterEach(async () => {
  sockets.splice(0).forEach((socket) => socket.disconnect());
  await host.close();
});

/** Opens a login address; the cookie to send, if one was given. */
async function redeem(address: string) {
  const response = await fetch(address, { redirect: 'manual' });
  return { response, cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '' };
}

function connect(cookie: string, origin = base): Promise<Socket> {
  const socket = io(base, { path: '/bridge', transports: ['websocket'], reconnection: false, forceNew: true, extraHeaders: { cookie, origin } });
  sockets.push(socket);
  return new Promise((resolve, reject) => {
    socket.on('connect', () => resolve(socket));
    socket.on('connect_error', reject);
  });
}

const withHost = (hostHeader: string): Promise<number | undefined> =>
  new Promise((resolve) => void httpGet(base, { headers: { host: hostHeader } }, ({ statusCode }) => resolve(statusCode)));

describe('the login address', () => {
  it('opens one session with a cookie no script can read, and is refused the second time', async () => {
    const address = host.newLogin();
    const { response, cookie } = await redeem(address);
    expect(response.headers.get('set-cookie')).toMatch(new RegExp(`^baton-${host.port}=.*HttpOnly.*SameSite=Strict`));
    expect((await fetch(base, { headers: { cookie } })).status).toBe(200);
    const again = await fetch(address);
    expect(again.status).toBe(403);
    expect(await again.json()).toEqual({ code: 'LOGIN_ADDRESS_USED' });
    expect((await fetch(base, { headers: { cookie } })).status).toBe(200);
  });

  it('made anew ends the session there was, its sockets too', async () => {
    const { cookie } = await redeem(host.newLogin());
    const socket = await connect(cookie);
    const ended = new Promise((resolve) => socket.on('disconnect', resolve));
    const next = host.newLogin();
    expect(await ended).toBe('io server disconnect');
    expect((await fetch(base, { headers: { cookie } })).status).toBe(401);
    expect((await redeem(next)).cookie).not.toBe('');
  });

  it('is given to the owner of the running host, and to nobody else', async () => {
    const file = join(dataFolder, 'host.json');
    announceHost(file, { port: host.port, secret: host.controlSecret });
    const running = await findRunningHost(file);
    if (!running) throw new Error('not found');
    const address = await askForLogin(running);
    expect((await redeem(address ?? '')).cookie).not.toBe('');
    expect(await askForLogin({ ...running, secret: 'guess' })).toBeNull();
  });
});

describe('every request', () => {
  it('needs a session, our host and our origin', async () => {
    const { cookie } = await redeem(host.newLogin());
    expect((await fetch(base)).status).toBe(401);
    expect((await fetch(`${base}/a.js`)).status).toBe(401);
    expect((await fetch(`${base}/a.js`, { headers: { cookie } })).status).toBe(200);
    expect((await fetch(base, { headers: { cookie, origin: 'https://evil.example' } })).status).toBe(403);
    expect(await withHost('evil.example')).toBe(403);
  });

  it('gets the policy, with another nonce each time, and the page carries the same', async () => {
    const { cookie } = await redeem(host.newLogin());
    const loads = await Promise.all([1, 2].map(() => fetch(base, { headers: { cookie } })));
    const nonces = loads.map((load) => /script-src 'self' 'nonce-([^']+)'/.exec(load.headers.get('content-security-policy') ?? '')?.[1] ?? '');
    const pages = await Promise.all(loads.map((load) => load.text()));
    expect(new Set(nonces).size).toBe(2);
    pages.forEach((page, index) => expect(page).toContain(`nonce="${nonces[index]}"`));
    expect(pages[0]).toMatch(/socket\.io\.js.*bridge\.js.*a\.js/);
    expect(loads[0]?.headers.get('content-security-policy')).not.toContain('unsafe');
  });
});

describe('the bridge', () => {
  const ask = (socket: Socket, request: unknown) => new Promise((resolve) => void socket.emit('baton:ask', request, resolve));

  it('answers and streams over a websocket of the session', async () => {
    const { cookie } = await redeem(host.newLogin());
    const socket = await connect(cookie);
    expect(await ask(socket, { protocol: PROTOCOL_VERSION, kind: 'query', name: 'app.get', input: null })).toMatchObject({ ok: true, value: { host: 'browser', account: null } });
    const first = new Promise((resolve) => socket.on('baton:message', resolve));
    socket.emit('baton:subscribe', { protocol: PROTOCOL_VERSION, subscriptionId: 'one', topic: 'app', input: null });
    expect(await first).toMatchObject([{ subscriptionId: 'one', message: { version: '1.0.0' } }]);
  });

  it('is closed to other origins and to those without a session', async () => {
    const { cookie } = await redeem(host.newLogin());
    await expect(connect(cookie, 'https://evil.example')).rejects.toThrow('websocket error');
    await expect(connect('')).rejects.toThrow('websocket error');
  });
});
