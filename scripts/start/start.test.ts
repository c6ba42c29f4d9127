import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { chooseHost } from './choose-host.ts';
import { waitForFirstByte } from './first-byte.ts';
import { isBuildStale } from './staleness.ts';

describe('where the desk opens', () => {
  const found = async () => ({ kind: 'found', path: '/electron' }) as const;
  const missing = async () => ({ kind: 'missing', why: 'no binary' }) as const;
  const never = async () => {
    throw new Error('asked for the binary without need');
  };

  it.each([
    [{ environment: { DISPLAY: ':0' }, platform: 'linux', findElectron: found }, { kind: 'electron', binary: '/electron' }],
    [{ environment: {}, platform: 'darwin', findElectron: found }, { kind: 'electron', binary: '/electron' }],
    [{ environment: { WAYLAND_DISPLAY: 'w' }, platform: 'linux', findElectron: missing }, { kind: 'browser', code: 'NO_ELECTRON', why: 'no binary' }],
    [{ environment: {}, platform: 'linux', findElectron: never }, { kind: 'browser', code: 'NO_DISPLAY', why: 'this machine has no display' }],
    [{ environment: { BATON_HOST: 'browser', DISPLAY: ':0' }, platform: 'linux', findElectron: never }, { kind: 'browser', code: null, why: 'BATON_HOST=browser asks for it' }],
  ] as const)('%o', async (machine, host) => {
    expect(await chooseHost(machine)).toEqual(host);
  });
});

describe('the first byte', () => {
  let server: Server | undefined;
  const serve = (answer: Parameters<typeof createServer>[1]) =>
    new Promise<string>((resolve) => {
      const started = createServer(answer);
      server = started.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(started.address() as AddressInfo).port}/`));
    });
  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
  });

  it('is enough, the rest is not awaited', async () => {
    const url = await serve((_request, response) => response.write('x'));
    expect(await waitForFirstByte(url, 10_000)).toEqual({ ok: true });
  });

  it('is refused by a bad answer', async () => {
    const url = await serve((_request, response) => response.writeHead(403).end('no'));
    expect(await waitForFirstByte(url, 10_000)).toEqual({ ok: false, why: '403 Forbidden' });
  });

  it('has not come in time when the headers alone came', async () => {
    const url = await serve((_request, response) => response.flushHeaders());
    expect(await waitForFirstByte(url, 50)).toEqual({ ok: false, why: 'no byte within 0.05 s' });
  });

  it('says why nobody answers', async () => {
    const url = await serve(() => undefined);
    server?.close();
    expect(await waitForFirstByte(url, 10_000)).toEqual({ ok: false, why: expect.stringContaining('ECONNREFUSED') });
  });
});

describe('a build', () => {
  let root: string;
  const at = async (file: string, seconds: number) => {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), '');
    await utimes(path.join(root, file), seconds, seconds);
  };
  afterEach(() => rm(root, { recursive: true, force: true }));

  it('is stale when missing, or older than a source that is not a test', async () => {
    root = await mkdtemp(path.join(tmpdir(), 'baton-stale-'));
    const facts = { root, sources: ['src', 'config.ts', 'gone.json'], outputs: ['out/a.js', 'out/b.js'] };
    await at('src/deep/a.ts', 100);
    await at('config.ts', 100);
    await at('out/a.js', 200);
    expect(await isBuildStale(facts)).toBe(true);
    await at('out/b.js', 150);
    expect(await isBuildStale(facts)).toBe(false);
    await at('src/deep/a.test.ts', 300);
    expect(await isBuildStale(facts)).toBe(false);
    await at('src/deep/b.ts', 160);
    expect(await isBuildStale(facts)).toBe(true);
  });
});
