import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/backend/config/read-config.ts';
import { temporaryFolder } from './test-databases.ts';

const entry = path.join(import.meta.dirname, '../../../src/backend/server.ts');
const node = path.join(import.meta.dirname, '../../../node_modules/node/bin/node');

type Word = { readonly kind: string; readonly port?: number; readonly code?: string };

describe('the server as a process', () => {
  let folder: string;
  let remove: () => Promise<void>;
  const children: ChildProcess[] = [];
  beforeEach(async () => {
    ({ folder, remove } = await temporaryFolder());
  });
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    await remove();
  });

  const start = (environment: { readonly [name: string]: string } = {}): ChildProcess => {
    const child = fork(entry, [], { execPath: node, env: { ...process.env, PORT: '0', BATON_DATA: folder, BATON_DEMO: '1', BATON_LOG: 'silent', ...environment }, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    children.push(child);
    return child;
  };
  const wordOf = async (child: ChildProcess): Promise<Word> => ((await once(child, 'message')) as [Word])[0];
  const codeOf = async (child: ChildProcess): Promise<number> => ((await once(child, 'exit')) as [number])[0];

  it('says where it listens, and ends in good order when its parent lets go', async () => {
    const child = start();
    const { kind, port } = await wordOf(child);
    expect(kind).toBe('listening');
    const handshake = (await (await fetch(`http://127.0.0.1:${port}/api/handshake`)).json()) as object;
    expect(handshake).toMatchObject({ protocol: 1, demo: true });
    const ended = codeOf(child);
    child.disconnect();
    expect(await ended).toBe(0);
  });

  it('says that its port is taken', async () => {
    const { port } = await wordOf(start());
    const { folder: other, remove: removeOther } = await temporaryFolder();
    const second = start({ PORT: String(port), BATON_DATA: other });
    const ended = codeOf(second);
    expect(await wordOf(second)).toEqual({ kind: 'failed', code: 'PORT_IN_USE' });
    expect(await ended).toBe(1);
    await removeOther();
  });

  it('leaves alone a database that another server writes, and says so', async () => {
    const first = start();
    const { port } = await wordOf(first);
    const second = start();
    const ended = codeOf(second);
    expect(await wordOf(second)).toEqual({ kind: 'failed', code: 'DATABASE_LOCKED' });
    expect(await ended).toBe(1);
    expect((await fetch(`http://127.0.0.1:${port}/api/handshake`)).status).toBe(200);
  });

  it('leaves no orphan behind, and its folder to the next, though others hold connections to it', async () => {
    const child = start();
    const { port = 0 } = await wordOf(child);
    const [silent, half] = [connect(port, '127.0.0.1'), connect(port, '127.0.0.1')];
    for (const socket of [silent, half]) socket.on('error', () => undefined);
    half.write('POST /api/auth/sign-in HTTP/1.1\r\nhost: baton\r\ncontent-type: application/json\r\nexpect: 100-continue\r\ncontent-length: 100\r\n\r\n{"login"');
    // The server asks for the rest: it has begun with this one.
    await once(half, 'data');
    const ended = codeOf(child);
    child.disconnect();
    expect((await wordOf(start())).kind).toBe('listening');
    expect(await ended).toBe(0);
  });

  it('is there again after it was killed', async () => {
    const first = start();
    await wordOf(first);
    const ended = once(first, 'exit');
    first.kill('SIGKILL');
    await ended;
    expect((await wordOf(start())).kind).toBe('listening');
  });
});

describe('the configuration', () => {
  it('names every setting that is wrong, and no value', () => {
    expect(() => readConfig({ PORT: 'high', BATON_SECRET: 'hunter2' })).toThrow(/PORT.*BATON_SECRET/);
    expect(() => readConfig({ BATON_SECRET: 'hunter2' })).not.toThrow(/hunter2/);
    expect(readConfig({ BATON_ORIGINS: 'https://a.example, https://b.example' })).toMatchObject({ PORT: 4280, BATON_ORIGINS: ['https://a.example', 'https://b.example'] });
  });
});
