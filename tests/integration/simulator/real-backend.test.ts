import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { v7 } from 'uuid';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/assist/numeric/random.ts';
import { readConfig } from '../../../src/backend/config/read-config.ts';
import { startServer, type RunningServer } from '../../../src/backend/start-server.ts';
import { systemTimers } from '../../../src/backend/system-timers.ts';
import type { Thread } from '../../../src/shared/domain/reducers/reduce-thread.ts';
import {
  GOALS, NO_PACE, openCustomerChannel, readDemoCast, rolesFor, runGoal, startSimulator, startVisit, type CustomerChannel, type Goal, type Outcome, type Role,
} from '../../../src/simulator/index.ts';

const cast = readDemoCast();
/** The bot answers in milliseconds; who hears nothing for this long is in the queue, where nobody sits in these tests. */
const PACE = { ...NO_PACE, silence: 300 };

let backend: RunningServer;
let serverUrl: string;
const open: { close: () => void }[] = [];

beforeAll(async () => {
  const config = readConfig({ PORT: '0', BATON_DEMO: '1', BATON_DATA: mkdtempSync(path.join(tmpdir(), 'baton-simulator-')) });
  const resources = path.join(import.meta.dirname, '../../../resources');
  const machine = { clock: Date.now, timers: systemTimers, newId: v7, stopwatch: () => performance.now(), logger: pino({ level: 'silent' }), nodeId: 'test', version: '0.0.0', resources, chatFolder: null };
  backend = await startServer(config, machine);
  serverUrl = `http://127.0.0.1:${backend.port}`;
});
afterEach(() => open.splice(0).forEach((channel) => channel.close()));
afterAll(() => backend.stop());

function findGoal(name: string): Goal {
  const goal = GOALS.find((candidate) => candidate.name === name);
  if (!goal) throw new Error(`no goal ${name}`);
  return goal;
}

async function visit(role: Role): Promise<CustomerChannel> {
  const place = { serverUrl, shop: 'shanlan', seed: 1, http: fetch };
  const visited = await startVisit(place, role, v7());
  if (!visited.ok) throw new Error(visited.error.code);
  const channel = openCustomerChannel({ place, visit: visited.value, timers: systemTimers, newId: v7 });
  open.push(channel);
  return channel;
}

async function play(name: string, choose: (role: Role) => boolean, seed = 1): Promise<{ readonly outcome: Outcome; readonly thread: Thread }> {
  const goal = findGoal(name);
  const role = rolesFor(goal, cast).find(choose);
  if (!role) throw new Error(`nobody for ${name}`);
  const channel = await visit(role);
  const outcome = await runGoal({ goal, role, channel, random: createRandom(seed), timers: systemTimers, pace: PACE, signal: new AbortController().signal, returns: false });
  return { outcome, thread: channel.thread() };
}

const saidBy = (thread: Thread, kind: 'customer' | 'bot') => thread.items.filter((item) => item.kind === 'message' && item.by.kind === kind);

describe('a simulated customer, at the real backend', () => {
  it.each(['zh', 'en'] as const)('asks where their parcel is and is answered by the bot, in %s', async (language) => {
    const { outcome, thread } = await play('where-is-my-parcel', (role) => role.language === language);
    expect(outcome.turns).toBeGreaterThan(0);
    expect(saidBy(thread, 'bot').length).toBeGreaterThan(0);
    expect(thread.items.map(({ publicSeq }) => publicSeq)).toEqual(thread.items.map(({ publicSeq }) => publicSeq).toSorted((one, other) => one - other));
  });

  it('asks for a person and waits in the queue until their patience ends', async () => {
    const { outcome, thread } = await play('person-at-once', (role) => role.orderNumber === 'B2048-8602');
    expect(outcome.end).toBe('gave-up');
    expect(thread.servedBy.kind).toBe('queue');
  });

  it('shows what is broken: the photo is stored and hangs on their message', async () => {
    const { thread } = await play('damaged-on-arrival', (role) => role.orderNumber === 'B2048-8801', 3);
    const photos = saidBy(thread, 'customer').flatMap((item) => (item.kind === 'message' ? (item.content?.attachments ?? []) : []));
    expect(photos).toMatchObject([{ name: 'broken-cup.png', width: 240, height: 180 }]);
  });

  it('may be somebody whom no shop has signed for', async () => {
    const { outcome, thread } = await play('compare-before-buying', () => true);
    expect(outcome.end).not.toBe('refused');
    expect(saidBy(thread, 'bot').length).toBeGreaterThan(0);
  });
});

describe('the simulation', () => {
  it('lets customers come and go, never one twice at once, and ends when it is told to', async () => {
    const present: unknown[] = [];
    const doubled: unknown[] = [];
    const gone = Promise.withResolvers<void>();
    let most = 0;
    let departures = 0;
    const simulation = startSimulator({
      serverUrl, shop: 'shanlan', seed: 5, everyMs: 10, maxOpen: 4, pace: PACE, clock: Date.now, timers: systemTimers, newId: v7, http: fetch,
      log: ({ customer, goal }, message) => {
        const who = customer ?? goal;
        if (message === 'a customer has come') {
          if (present.includes(who)) doubled.push(who);
          present.push(who);
        } else {
          present.splice(present.indexOf(who), 1);
          departures += 1;
        }
        most = Math.max(most, present.length);
        if (departures === 3) gone.resolve();
      },
    });
    await gone.promise;
    await simulation.stop();
    expect(present).toEqual([]);
    expect(doubled).toEqual([]);
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(4);
  });
});
