import { describe, expect, it } from 'vitest';
import type { Clock } from '../ports/clock.ts';
import { SupervisedServer } from './supervised-server.ts';

type Started = { onMessage: (message: unknown) => void; onExit: (code: number | null) => void };

function setUp() {
  const started: Started[] = [];
  const timers: (() => void)[] = [];
  const clock: Clock = { now: () => 0, after: (_milliseconds, run) => (timers.push(run), () => void timers.splice(timers.indexOf(run), 1)) };
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const server = new SupervisedServer({ clock, log: quiet, random: { fraction: () => 0, bytes: () => new Uint8Array() }, start: (events) => (started.push(events), { kill: () => events.onExit(0) }) });
  return { started, timers, server };
}

describe('the embedded backend', () => {
  it('is started once, when first asked for, and is where it says', async () => {
    const { server, started } = setUp();
    const asked = [server.locate(), server.locate()];
    started[0]?.onMessage('noise');
    started[0]?.onMessage({ kind: 'listening', port: 4711 });
    expect(await Promise.all(asked)).toEqual([1, 2].map(() => ({ ok: true, value: 'http://127.0.0.1:4711' })));
    expect(started).toHaveLength(1);
  });

  it('that cannot start says why to whoever waits, and is tried again', async () => {
    const { server, started, timers } = setUp();
    const asked = server.locate();
    started[0]?.onMessage({ kind: 'failed', code: 'DATABASE_LOCKED' });
    expect(await asked).toEqual({ ok: false, error: { code: 'DATABASE_LOCKED' } });
    started[0]?.onExit(1);
    timers.shift()?.();
    expect(started).toHaveLength(2);
  });

  it('whose port was taken gets another, and nobody hears of it', async () => {
    const { server, started, timers } = setUp();
    const asked = server.locate();
    started[0]?.onMessage({ kind: 'failed', code: 'PORT_IN_USE' });
    started[0]?.onExit(1);
    timers.at(-1)?.();
    started[1]?.onMessage({ kind: 'listening', port: 9 });
    expect(await asked).toEqual({ ok: true, value: 'http://127.0.0.1:9' });
  });

  it('is started again when it dies, at another address, and never after it was stopped', async () => {
    const { server, started, timers } = setUp();
    const first = server.locate();
    started[0]?.onMessage({ kind: 'listening', port: 1 });
    await first;
    started[0]?.onExit(1);
    expect(started).toHaveLength(1);
    timers.shift()?.();
    const next = server.locate();
    started[1]?.onMessage({ kind: 'listening', port: 2 });
    expect(await next).toEqual({ ok: true, value: 'http://127.0.0.1:2' });
    server.stop();
    expect(timers).toEqual([]);
    expect(started).toHaveLength(2);
  });
});
