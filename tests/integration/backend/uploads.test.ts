import { once } from 'node:events';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Timers } from '../../../src/backend/clock.ts';
import { LINGER_MS } from '../../../src/backend/http/refuse-body.ts';
import { systemTimers } from '../../../src/backend/system-timers.ts';
import { LIMITS } from '../../../src/shared/lib/limits.ts';
import { startBackend, type BackendUnderTest } from './backend-under-test.ts';
import { openRaw, uploadHead, type RawConnection } from './raw-connection.ts';

const HOUR = 3_600_000;
const LONGEST = LIMITS.attachmentBytes;

describe('an upload', () => {
  let backend: BackendUnderTest;
  const connections: RawConnection[] = [];
  /** What happens when a refused body has had its time; a test decides when that is. */
  let impatience: (() => void)[] = [];
  beforeAll(async () => {
    const after: Timers['after'] = (ms, run) => {
      if (ms !== LINGER_MS) return systemTimers.after(ms, run);
      impatience.push(run);
      return () => void (impatience = impatience.filter((other) => other !== run));
    };
    backend = await startBackend({ isRunning: false, timers: { ...systemTimers, after } });
  });
  afterEach(() => {
    for (const { socket } of connections.splice(0)) socket.destroy();
    backend.clock.ahead = 0;
  });
  afterAll(() => backend.stop());

  const open = async (): Promise<RawConnection> => {
    const connection = await openRaw(backend);
    connections.push(connection);
    return connection;
  };
  /** Sends a head and nothing more. */
  const knock = async (token: string | null, length: number | 'chunked' = LONGEST): Promise<RawConnection> => {
    const connection = await open();
    connection.socket.write(uploadHead(token, length));
    return connection;
  };
  const answered = async (connection: RawConnection): Promise<string> => {
    await expect.poll(connection.heard).toMatch(/\r\n\r\n\{.*\}$/);
    return connection.heard();
  };
  const put = async (token: string, body: Uint8Array<ArrayBuffer>) => {
    const response = await fetch(`${backend.url}/api/blobs?name=a`, { method: 'PUT', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/pdf' }, body });
    return { status: response.status, body: (await response.json()) as { readonly code?: string; readonly details?: { readonly retryAfterMs?: number } } };
  };
  const PDF = new TextEncoder().encode('%PDF-1');

  it('of a stranger is answered before a byte of it was sent, and its connection ends', async () => {
    for (const token of [null, 'guess']) {
      const stranger = await knock(token);
      expect(await answered(stranger)).toMatch(/^HTTP\/1\.1 401 .*connection: close.*\{"code":"UNAUTHENTICATED"\}$/is);
      for (const lose of impatience.splice(0)) lose();
      await stranger.gone;
    }
  });

  it('that is refused is read to its end all the same, so that whoever sends first and listens then learns why', async () => {
    const stranger = await open();
    stranger.socket.pause();
    stranger.socket.write(uploadHead(null, LONGEST));
    const sent = once(stranger.socket, 'drain');
    stranger.socket.write(Buffer.alloc(LONGEST));
    await sent;
    stranger.socket.resume();
    await stranger.gone;
    expect(stranger.heard()).toContain('"UNAUTHENTICATED"');
    expect(impatience).toEqual([]);
    expect(await put('guess', new Uint8Array(LONGEST))).toEqual({ status: 401, body: { code: 'UNAUTHENTICATED' } });
  });

  it('that says it is too large is not read', async () => {
    const { token } = await backend.startVisit();
    expect(await answered(await knock(token, LONGEST + 1))).toMatch(/^HTTP\/1\.1 413 .*"TOO_LARGE"/s);
  });

  it('comes from one principal only so often, and from others as before', async () => {
    const [{ token }, other] = [await backend.startVisit(), await backend.startVisit()];
    for (let count = 0; count < 20; count += 1) expect((await put(token, PDF)).status).toBe(200);
    const refused = await put(token, PDF);
    expect(refused).toMatchObject({ status: 429, body: { code: 'RATE_LIMITED' } });
    expect((await put(other.token, PDF)).status).toBe(200);
    backend.clock.ahead = refused.body.details?.retryAfterMs ?? 0;
    expect((await put(token, PDF)).status).toBe(200);
  });

  it('fits into a day of its customer, also one that does not say how long it is; staff have no such day', async () => {
    const { token } = await backend.startVisit();
    for (const length of ['chunked', LONGEST, LONGEST, LONGEST, LONGEST, LONGEST, LONGEST, LONGEST, LONGEST, LONGEST] as const) {
      const begun = once(backend.app.server.server, 'request');
      const { socket } = await knock(token, length);
      await begun;
      socket.destroy();
    }
    const refused = await put(token, new Uint8Array(LONGEST));
    expect(refused).toMatchObject({ status: 429, body: { code: 'RATE_LIMITED' } });
    expect(refused.body.details?.retryAfterMs).toBeGreaterThan(2 * HOUR);
    backend.clock.ahead = 3 * HOUR;
    expect(await put(token, new Uint8Array(LONGEST))).toMatchObject({ status: 415 });
    backend.clock.ahead = 0;
    const { accessToken } = await backend.signIn('lin.zhiyao');
    for (let count = 0; count < 12; count += 1) expect(await put(accessToken, new Uint8Array(LONGEST))).toMatchObject({ status: 415 });
  });

  it('has two minutes to arrive', () => {
    expect(backend.app.server.server.requestTimeout).toBe(120_000);
  });

  it('that is a picture is drawn anew beside one other, never all at once', async () => {
    const { token } = await backend.startVisit();
    const picture = new Uint8Array(await sharp({ create: { width: 1_500, height: 1_500, channels: 3, background: 'red' } }).png().toBuffer());
    let most = 0;
    const look = (): void => {
      // The counters are read one after the other, and a picture may be taken up in between: it is in both then.
      let seen = sharp.counters();
      for (let again = sharp.counters(); again.queue !== seen.queue; again = sharp.counters()) seen = again;
      most = Math.max(most, seen.queue + seen.process);
    };
    sharp.queue.on('change', look);
    const answers = await Promise.all(Array.from({ length: 8 }, () => put(token, picture)));
    sharp.queue.off('change', look);
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
    expect(most).toBe(2);
  });
});
