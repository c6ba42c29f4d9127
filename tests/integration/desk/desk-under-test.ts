import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { Settings } from '../../../src/shared/contracts/bridge/app-state.ts';
import type { DemoServer } from '../../../src/main/ports/demo-server.ts';
import type { Log } from '../../../src/main/ports/log.ts';
import type { Notice } from '../../../src/main/ports/notifier.ts';
import { systemRandom } from '../../../src/main/ports/system-random.ts';
import { Desk, openSocketIo, type Workspace } from '../../../src/main/sessions/index.ts';
import { createManualClock, type ManualClock } from './manual-clock.ts';
import { startFarEnd, testId, type FarEnd } from './far-end.ts';
import { until } from './until.ts';

type SecretWork = 'read' | 'write' | 'profileKey';

/** The machine around a desk: it stays when the desk is started again, as a disk does. */
export function createMachine(options: { clock?: ManualClock; demo?: DemoServer } = {}) {
  const clock = options.clock ?? createManualClock();
  const dataFolder = mkdtempSync(join(tmpdir(), 'baton-desk-'));
  const kept = new Map<string, string>();
  const shown: { tag: string; notice: Notice }[] = [];
  const withdrawn: string[] = [];
  const logged: { level: string; facts: object; message: string }[] = [];
  const writeLog = (level: string) => (facts: object, message: string) => void logged.push({ level, facts, message });
  const log: Log = { info: writeLog('info'), warn: writeLog('warn'), error: writeLog('error') };
  const deviceId = testId();
  let settings: Settings = { language: 'zh', theme: 'system', enterSends: true, sound: false };
  let server: string | null = null;
  let epoch = 0;
  const keyring = { key: new Uint8Array(32).fill(7) };
  const refusals = new Map<SecretWork, string>();
  /** Some work on secrets fails from now on, as a disk fails; null lets it succeed again. */
  const refuse = (work: SecretWork, code: string | null): void => void (code === null ? refusals.delete(work) : refusals.set(work, code));
  const ask = (work: SecretWork): void => {
    const code = refusals.get(work);
    if (code !== undefined) throw Object.assign(new Error(code), { code });
  };

  const start = (): Desk =>
    new Desk({
      clock,
      random: systemRandom,
      http: fetch,
      openSocket: openSocketIo,
      dataFolder,
      // A desk that a test leaves behind is one that was killed: what it had open is nobody's.
      claimFolder: () => ({ ok: true, value: { release: () => undefined } }),
      demo: options.demo ?? null,
      log,
      facts: { version: '0.0.0', host: 'browser', platform: 'linux' },
      notifier: { show: (tag, notice) => void shown.push({ tag, notice }), withdraw: (tag) => void withdrawn.push(tag), badge: () => undefined },
      secrets: {
        canKeep: true,
        read: async (name) => (ask('read'), kept.get(name) ?? null),
        write: async (name, value) => (ask('write'), void kept.set(name, value)),
        remove: async (name) => void kept.delete(name),
        profileKey: async () => (ask('profileKey'), keyring.key),
      },
      preferences: {
        settings: () => settings,
        changeSettings: (change) => (settings = { ...settings, ...change }),
        server: () => server,
        setServer: (address) => void (server = address),
        deviceId: () => deviceId,
        nextEpoch: () => (epoch += 1),
      },
    });
  return { clock, dataFolder, kept, shown, withdrawn, logged, keyring, refuse, start };
}

export type Machine = ReturnType<typeof createMachine>;

/** For each test of a file a far end and a machine of its own; the desks that it starts are closed behind it. */
export function setUpDesk() {
  let far: FarEnd;
  let machine: Machine;
  const desks: Desk[] = [];
  beforeEach(async () => {
    far = await startFarEnd();
    machine = createMachine();
  });
  afterEach(async () => {
    for (const desk of desks.splice(0)) desk.close();
    await far.close();
  });
  return {
    get far() {
      return far;
    },
    get machine() {
      return machine;
    },
    start: (): Desk => {
      const desk = machine.start();
      desks.push(desk);
      return desk;
    },
  };
}

export function workspaceOf(desk: Desk): Workspace {
  if (!desk.workspace) throw new Error('nobody is signed in');
  return desk.workspace;
}

export const isLive = (workspace: Workspace) => until(workspace.connection.changed.on, () => workspace.connection.current.state === 'live');

/** Signs in and waits until the line is live. */
export async function signIn(desk: Desk, url: string): Promise<Workspace> {
  const answer = await desk.signIn({ server: url, login: 'lin', password: 'secret', keep: true });
  if (!answer.ok) throw new Error(`sign-in: ${answer.error.code}`);
  const workspace = workspaceOf(desk);
  await isLive(workspace);
  return workspace;
}
