import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Workspace } from '../../../src/main/sessions/index.ts';
import { createMachine, isLive, signIn, workspaceOf, type Machine } from './desk-under-test.ts';
import { ME, THE_CUSTOMER, startFarEnd, testId, type FarEnd } from './far-end.ts';
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

const hold = (workspace: Workspace, conversationId: string) => workspace.sessions.hold(conversationId, { isLooking: () => false }).session;

async function openOne() {
  const conversationId = far.begin();
  const workspace = await signIn(start(), far.url);
  const session = hold(workspace, conversationId);
  await until(session.news.on, () => session.state !== null);
  const reaches = (seq: number) => until(session.news.on, () => session.state?.head.seq === seq);
  return { conversationId, workspace, session, reaches };
}

describe('a session', () => {
  it('is the fold of the far log, whatever comes live', async () => {
    const { conversationId, session, reaches } = await openOne();
    far.say(conversationId, 'more');
    far.append(conversationId, { type: 'note.posted', payload: {}, content: { text: 'aside' }, actor: ME });
    await reaches(5);
    expect(session.state).toEqual(far.stateOf(conversationId));
  });

  it('fills a gap by asking after what it has, page by page', async () => {
    const { conversationId, session, reaches } = await openOne();
    for (let index = 0; index < 10; index += 1) far.say(conversationId, `unheard ${index}`, { quietly: true });
    far.say(conversationId, 'heard');
    await reaches(14);
    expect(session.state).toEqual(far.stateOf(conversationId));
  });

  it('hears of the last event by the heartbeat when its push was lost', async () => {
    const { conversationId, session, reaches } = await openOne();
    far.say(conversationId, 'lost on the way', { quietly: true });
    far.beat();
    await reaches(4);
    expect(session.state).toEqual(far.stateOf(conversationId));
  });

  it('catches up after a cut, and takes a snapshot in place of what it had', async () => {
    const { conversationId, workspace, session, reaches } = await openOne();
    far.cut();
    await until(workspace.connection.changed.on, () => workspace.connection.current.state === 'offline');
    for (let index = 0; index < 7; index += 1) far.say(conversationId, `meanwhile ${index}`);
    machine.clock.advance(20_000);
    await reaches(10);
    expect(session.state).toEqual(far.stateOf(conversationId));
  });

  it('drops a repeat without a word', async () => {
    const { conversationId, session, reaches } = await openOne();
    const event = far.say(conversationId, 'once');
    await reaches(4);
    far.tell('events', [event]);
    far.say(conversationId, 'then');
    await reaches(5);
    expect(session.state).toEqual(far.stateOf(conversationId));
  });

  it('counts a known event of a wrong shape as a newer one, and goes on', async () => {
    const { conversationId, session, reaches } = await openOne();
    far.append(conversationId, { type: 'sla.started', payload: { metric: 'no such', dueAt: 'soon' }, actor: THE_CUSTOMER });
    far.say(conversationId, 'after');
    await reaches(5);
    expect(session.state?.head).toMatchObject({ newerCount: 1, sla: null });
  });

  it('says why it cannot be opened', async () => {
    const workspace = await signIn(start(), far.url);
    const session = hold(workspace, testId());
    await until(session.news.on, () => session.status === 'failed');
    expect(session.failure).toEqual({ code: 'NOT_FOUND' });
  });

  it('is there without a line, as it was last seen, and the list with it', async () => {
    const { conversationId, session, reaches } = await openOne();
    far.say(conversationId, 'more');
    await reaches(4);
    far.refuseConnections({ code: 'UNAVAILABLE' });
    const again = start();
    await again.restore();
    const workspace = workspaceOf(again);
    expect(hold(workspace, conversationId).state).toEqual(session.state);
    expect(workspace.feed.state.rows.get(conversationId)).toMatchObject({ seq: 4 });
  });
});

describe('open conversations', () => {
  it('that are mine stay open by themselves', async () => {
    const workspace = await signIn(start(), far.url);
    const conversationId = far.begin();
    await until(workspace.sessions.opened.on, () => workspace.sessions.find(conversationId) !== null);
    expect(workspace.sessions.all()).toHaveLength(1);
  });

  it('of others are opened by whoever holds them', async () => {
    const conversationId = far.begin({ kind: 'agent', id: testId() });
    const workspace = await signIn(start(), far.url);
    expect(workspace.sessions.find(conversationId)).toBeNull();
    hold(workspace, conversationId);
    expect(workspace.sessions.find(conversationId)).not.toBeNull();
  });
});

describe('the line', () => {
  it('is given up after two silent heartbeats, and made again with a higher epoch', async () => {
    const workspace = await signIn(start(), far.url);
    machine.clock.advance(10_000);
    await until(workspace.connection.changed.on, () => workspace.connection.current.state !== 'live');
    machine.clock.advance(20_000);
    await isLive(workspace);
    const epochs = far.handshakes.map(({ epoch }) => epoch);
    expect(epochs).toEqual([1, 2]);
    expect(new Set(far.handshakes.map(({ deviceId }) => deviceId)).size).toBe(1);
  });

  it('does not fight the connection that fenced it', async () => {
    const workspace = await signIn(start(), far.url);
    far.tell('ended', { code: 'SESSION_FENCED' });
    await until(workspace.connection.changed.on, () => workspace.connection.current.state === 'refused');
    machine.clock.advance(600_000);
    workspace.reconnectNow();
    expect(workspace.connection.current).toMatchObject({ state: 'refused', failure: { code: 'SESSION_FENCED' } });
    expect(far.handshakes).toHaveLength(1);
  });

  it('takes the account over again when a person wants it here', async () => {
    const workspace = await signIn(start(), far.url);
    far.tell('ended', { code: 'SESSION_FENCED' });
    await until(workspace.connection.changed.on, () => workspace.connection.current.state === 'refused');
    workspace.retry();
    await isLive(workspace);
    expect(far.handshakes.map(({ epoch }) => epoch)).toEqual([1, 2]);
  });

  it('takes a new token when the old one has ended', async () => {
    const workspace = await signIn(start(), far.url);
    far.tell('ended', { code: 'TOKEN_EXPIRED' });
    await until(workspace.connection.changed.on, () => workspace.connection.current.state === 'offline');
    machine.clock.advance(20_000);
    await isLive(workspace);
    expect(far.refreshCount()).toBe(1);
    expect(far.handshakes.map(({ token }) => token)).toEqual(['access-0', 'access-1']);
  });

  it('that is revoked ends the sign-in, and keeps what was not sent for the same account', async () => {
    const conversationId = far.begin();
    const desk = start();
    const workspace = await signIn(desk, far.url);
    far.script(() => 'silent');
    workspace.act({ id: testId(), type: 'message.post', conversationId, seenSeq: 3, payload: { text: 'unsent', attachments: [] } });
    await until(far.happened.on, () => far.commands.length === 1);
    far.tell('ended', { code: 'SESSION_REVOKED' });
    await until(desk.changed.on, () => desk.state.account === null);
    expect(desk.state.connection.failure).toMatchObject({ code: 'SESSION_REVOKED' });
    far.script(() => 'accept');
    const next = await signIn(desk, far.url);
    await until(next.outbox.changed.on, () => next.outbox.entries().length === 0);
    expect(far.commands).toHaveLength(2);
  });
});

describe('signing out', () => {
  it('asks when something is unsent, then takes all of the account from the disk', async () => {
    const conversationId = far.begin();
    const desk = start();
    const workspace = await signIn(desk, far.url);
    far.script(() => 'silent');
    workspace.act({ id: testId(), type: 'message.post', conversationId, seenSeq: 3, payload: { text: 'unsent', attachments: [] } });
    expect(await desk.signOut({ discard: false })).toEqual({ ok: false, error: { code: 'UNSENT_MESSAGES', details: { count: 1 } } });
    expect(await desk.signOut({ discard: true })).toMatchObject({ ok: true });
    expect(desk.state.account).toBeNull();
    expect(machine.kept.size).toBe(0);
    const later = await signIn(start(), far.url);
    expect(later.outbox.entries()).toEqual([]);
  });
});

describe('notices', () => {
  it('say who was assigned and who wrote, unless a person looks', async () => {
    const workspace = await signIn(start(), far.url);
    const conversationId = far.begin();
    const kinds = () => machine.shown.map(({ notice }) => notice.kind);
    await until(workspace.feed.news.on, () => kinds().includes('customer-wrote'));
    expect(kinds()).toEqual(['assigned', 'customer-wrote']);
    expect(new Set(machine.shown.map(({ tag }) => tag))).toEqual(new Set([`conversation:${conversationId}`]));
    const { release } = workspace.sessions.hold(conversationId, { isLooking: () => true });
    far.say(conversationId, 'seen at once');
    await until(workspace.feed.news.on, () => workspace.feed.state.rows.get(conversationId)?.seq === 4);
    expect(machine.shown).toHaveLength(2);
    release();
  });

  it('are one for all long waits, replaced in place and withdrawn with the last of them', async () => {
    const workspace = await signIn(start(), far.url);
    const [one, other] = [far.begin(), far.begin()];
    await until(workspace.feed.news.on, () => (workspace.feed.state.rows.get(other)?.seq ?? 0) === 3);
    machine.clock.advance(200_000);
    const waits = () => machine.shown.filter(({ tag }) => tag === 'waiting').map(({ notice }) => (notice.kind === 'waiting' ? notice.count : 0));
    expect(waits().at(-1)).toBe(2);
    machine.clock.advance(20_000);
    await isLive(workspace);
    far.say(one, 'answer', { actor: ME });
    await until(workspace.feed.news.on, () => waits().at(-1) === 1);
    far.say(other, 'answer', { actor: ME });
    await until(workspace.feed.news.on, () => machine.withdrawn.includes('waiting'));
  });
});
