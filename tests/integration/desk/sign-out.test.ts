import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { draftCommands } from '../../../src/main/bridge/handlers/draft.ts';
import { outboxCommands } from '../../../src/main/bridge/handlers/outbox.ts';
import type { Peer } from '../../../src/main/bridge/peer.ts';
import { setUpDesk, signIn, workspaceOf } from './desk-under-test.ts';
import { testId } from './far-end.ts';
import { until } from './until.ts';

const world = setUpDesk();
const SIGN_OUT = '/api/auth/sign-out';
const REFRESH = '/api/auth/refresh';
const NOBODY = { ok: false, error: { code: 'NOT_SIGNED_IN' } };
const aWindow: Peer = { id: 'window', send: () => undefined, attention: () => 'focused' };

const folders = () => readdirSync(world.machine.dataFolder);
const isAsked = (what: string) => until(world.far.happened.on, () => world.far.asked.includes(what));
const reply = (conversationId: string) => ({ id: testId(), type: 'message.post' as const, conversationId, seenSeq: 3, payload: { text: 'a reply', attachments: [] } });

/** A desk whose line waits for a renewal that the server doesn't answer yet. */
async function renewing() {
  const desk = world.start();
  const workspace = await signIn(desk, world.far.url);
  const answerNow = world.far.holdBack(REFRESH);
  world.machine.clock.advance(24 * 3_600_000);
  workspace.reconnectNow();
  await isAsked(REFRESH);
  return { desk, answerNow };
}

async function leaveWhileRenewing() {
  const waiting = await renewing();
  expect(await waiting.desk.signOut({ discard: false })).toEqual({ ok: true, value: null });
  return waiting;
}

describe('signing out', () => {
  it('asks when something is unsent, then takes all of the account from the disk', async () => {
    const conversationId = world.far.begin();
    const desk = world.start();
    const workspace = await signIn(desk, world.far.url);
    world.far.script(() => 'silent');
    workspace.act(reply(conversationId));
    expect(await desk.signOut({ discard: false })).toEqual({ ok: false, error: { code: 'UNSENT_MESSAGES', details: { count: 1 } } });
    expect(await desk.signOut({ discard: true })).toMatchObject({ ok: true });
    expect(desk.state.account).toBeNull();
    expect(world.machine.kept.size).toBe(0);
    const later = await signIn(world.start(), world.far.url);
    expect(later.outbox.entries()).toEqual([]);
  });

  it('takes no act and no draft from the moment it is decided: they would go with the folder once the server has answered', async () => {
    const conversationId = world.far.begin();
    const desk = world.start();
    await signIn(desk, world.far.url);
    const answerNow = world.far.holdBack(SIGN_OUT);
    const leaving = desk.signOut({ discard: false });
    await isAsked(SIGN_OUT);
    expect(await outboxCommands(desk).act(reply(conversationId), aWindow)).toEqual(NOBODY);
    expect(await draftCommands(desk)['draft.save']({ conversationId, mode: 'reply', text: 'a draft', attachments: [] }, aWindow)).toEqual(NOBODY);
    answerNow();
    expect(await leaving).toEqual({ ok: true, value: null });
    expect(folders()).toEqual([]);
  });

  it('leaves alone whoever signs in while the server is asked', async () => {
    const conversationId = world.far.begin();
    const desk = world.start();
    await signIn(desk, world.far.url);
    const answerNow = world.far.holdBack(SIGN_OUT);
    const leaving = desk.signOut({ discard: false });
    await isAsked(SIGN_OUT);
    const next = await signIn(desk, world.far.url);
    world.far.script(() => 'silent');
    expect(next.act(reply(conversationId))).toMatchObject({ ok: true });
    answerNow();
    await leaving;
    expect([folders().length, world.machine.kept.size, workspaceOf(desk).outbox.unsent()]).toEqual([1, 1, 1]);
  });

  it('is not undone by a renewal that answers later: no sign-in is kept, and the session that it opened is ended', async () => {
    const { desk, answerNow } = await leaveWhileRenewing();
    answerNow();
    await isAsked(SIGN_OUT);
    expect(world.machine.kept.size).toBe(0);
    const again = world.start();
    await again.restore();
    expect([desk.workspace, again.workspace]).toEqual([null, null]);
  });

  it('leaves the kept sign-in of the next person alone when a renewal of the last one answers', async () => {
    const { desk, answerNow } = await leaveWhileRenewing();
    await signIn(desk, world.far.url);
    const kept = [...world.machine.kept];
    answerNow();
    await isAsked(SIGN_OUT);
    expect([...world.machine.kept]).toEqual(kept);
  });

  it('keeps a renewal that answers when the desk was merely closed: its sign-in goes on at the next start', async () => {
    const { desk, answerNow } = await renewing();
    desk.close();
    answerNow();
    await expect.poll(() => world.machine.kept.get('sign-in')).toContain('refresh-1');
    expect(world.far.asked).not.toContain(SIGN_OUT);
  });
});
