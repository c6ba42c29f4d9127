import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { isLive, setUpDesk, signIn, workspaceOf } from './desk-under-test.ts';
import { testId } from './far-end.ts';
import { until } from './until.ts';

const world = setUpDesk();

const credentials = () => ({ server: world.far.url, login: 'lin', password: 'secret', keep: true });

it('a disk that can not keep the sign-in costs nothing but that', async () => {
  world.machine.refuse('write', 'EIO');
  const workspace = await signIn(world.start(), world.far.url);
  expect(workspace.connection.isLive).toBe(true);
  expect(world.machine.logged).toMatchObject([{ level: 'warn', facts: { code: 'STORAGE_FAILED' } }]);
  const again = world.start();
  await again.restore();
  expect(again.workspace).toBeNull();
});

it('a disk that can not keep a renewed sign-in lets the work go on', async () => {
  const workspace = await signIn(world.start(), world.far.url);
  world.machine.refuse('write', 'ENOSPC');
  world.machine.clock.advance(24 * 3_600_000);
  world.far.cut();
  await until(workspace.connection.changed.on, () => !workspace.connection.isLive);
  workspace.reconnectNow();
  await isLive(workspace);
  expect(world.machine.logged.map(({ facts }) => facts)).toContainEqual({ code: 'STORAGE_FULL' });
});

it('a renewal that breaks in a way nobody foresaw is tried again with the usual pause, and the line comes back', async () => {
  const workspace = await signIn(world.start(), world.far.url);
  world.machine.refuse('write', 'UNFORESEEN');
  world.machine.clock.advance(24 * 3_600_000);
  await until(workspace.connection.changed.on, () => workspace.connection.current.state === 'connecting');
  await until(workspace.connection.changed.on, () => workspace.connection.current.state === 'offline');
  expect(world.machine.logged).toContainEqual({ level: 'error', facts: { problem: expect.stringContaining('UNFORESEEN') }, message: 'a connection could not be prepared' });
  world.machine.clock.advance(20_000);
  await isLive(workspace);
});

it('a key that can not be read or made refuses the sign-in by its code, and the next one succeeds', async () => {
  const desk = world.start();
  world.machine.refuse('profileKey', 'ENOSPC');
  expect(await desk.signIn(credentials())).toEqual({ ok: false, error: { code: 'STORAGE_FULL' } });
  world.machine.refuse('profileKey', null);
  expect(await desk.signIn(credentials())).toEqual({ ok: true, value: null });
  await isLive(workspaceOf(desk));
});

it('a kept sign-in that can not be read is named, and is there at the next start', async () => {
  await signIn(world.start(), world.far.url);
  world.machine.refuse('read', 'EIO');
  const blind = world.start();
  await blind.restore();
  expect(blind.state.connection.failure).toEqual({ code: 'STORAGE_FAILED' });
  world.machine.refuse('read', null);
  const again = world.start();
  await again.restore();
  await isLive(workspaceOf(again));
});

it('an account whose key is gone can still sign in: what it sealed is set aside and the person is told', async () => {
  const desk = world.start();
  const workspace = await signIn(desk, world.far.url);
  const conversationId = world.far.begin();
  world.far.script(() => 'silent');
  workspace.act({ id: testId(), type: 'note.post', conversationId, seenSeq: 0, payload: { text: 'unsent' } });
  workspace.drafts.save({ conversationId, mode: 'reply', text: 'a draft', attachments: [] });
  desk.close();
  world.machine.keyring.key = new Uint8Array(32).fill(9);
  const again = await signIn(world.start(), world.far.url);
  expect([again.outbox.entries(), again.drafts.list()]).toEqual([[], []]);
  expect(world.machine.shown.map(({ notice }) => notice)).toContainEqual({ kind: 'trouble', code: 'WORK_CORRUPT' });
  const [profile = ''] = readdirSync(world.machine.dataFolder);
  expect(readdirSync(path.join(world.machine.dataFolder, profile)).filter((name) => name.startsWith('work.sqlite.damaged-'))).not.toEqual([]);
  again.drafts.save({ conversationId, mode: 'reply', text: 'written anew', attachments: [] });
  expect(again.drafts.get({ conversationId, mode: 'reply' })).toMatchObject({ text: 'written anew' });
});
