import { afterEach, beforeEach, expect, it } from 'vitest';
import { createMachine, isLive, signIn, workspaceOf, type Machine } from './desk-under-test.ts';
import { startFarEnd, type FarEnd } from './far-end.ts';
import { until } from './until.ts';

let far: FarEnd;
let machine: Machine;
const desks: { close: () => void }[] = [];

beforeEach(async () => {
  far = await startFarEnd();
  machine = createMachine();
});
afterEach(async () => {
  desks.splice(0).forEach((desk) => desk.close());
  await far.close();
});

function start() {
  const desk = machine.start();
  desks.push(desk);
  return desk;
}

const credentials = () => ({ server: far.url, login: 'lin', password: 'secret', keep: true });

it('a disk that can not keep the sign-in costs nothing but that', async () => {
  machine.refuse('write', 'EIO');
  const workspace = await signIn(start(), far.url);
  expect(workspace.connection.isLive).toBe(true);
  expect(machine.logged).toMatchObject([{ level: 'warn', facts: { code: 'STORAGE_FAILED' } }]);
  const again = start();
  await again.restore();
  expect(again.workspace).toBeNull();
});

it('a disk that can not keep a renewed sign-in lets the work go on', async () => {
  const workspace = await signIn(start(), far.url);
  machine.refuse('write', 'ENOSPC');
  machine.clock.advance(24 * 3_600_000);
  far.cut();
  await until(workspace.connection.changed.on, () => !workspace.connection.isLive);
  workspace.reconnectNow();
  await isLive(workspace);
  expect(machine.logged.map(({ facts }) => facts)).toContainEqual({ code: 'STORAGE_FULL' });
});

it('a key that can not be read or made refuses the sign-in by its code, and the next one succeeds', async () => {
  const desk = start();
  machine.refuse('profileKey', 'ENOSPC');
  expect(await desk.signIn(credentials())).toEqual({ ok: false, error: { code: 'STORAGE_FULL' } });
  machine.refuse('profileKey', null);
  expect(await desk.signIn(credentials())).toEqual({ ok: true, value: null });
  await isLive(workspaceOf(desk));
});

it('a kept sign-in that can not be read is named, and is there at the next start', async () => {
  await signIn(start(), far.url);
  machine.refuse('read', 'EIO');
  const blind = start();
  await blind.restore();
  expect(blind.state.connection.failure).toEqual({ code: 'STORAGE_FAILED' });
  machine.refuse('read', null);
  const again = start();
  await again.restore();
  await isLive(workspaceOf(again));
});
