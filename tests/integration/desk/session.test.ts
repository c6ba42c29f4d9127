import { describe, expect, it } from 'vitest';
import type { Workspace } from '../../../src/main/sessions/index.ts';
import { isLive, setUpDesk, signIn, workspaceOf } from './desk-under-test.ts';
import { ME, THE_CUSTOMER, testId } from './far-end.ts';
import { until } from './until.ts';

const HOUR = 3_600_000;

const world = setUpDesk();

const hold = (workspace: Workspace, conversationId: string) => workspace.sessions.hold(conversationId, { isLooking: () => false }).session;

async function openOne() {
  const conversationId = world.far.begin();
  const workspace = await signIn(world.start(), world.far.url);
  const session = hold(workspace, conversationId);
  await until(session.news.on, () => session.state !== null);
  const reaches = (seq: number) => until(session.news.on, () => session.state?.head.seq === seq);
  return { conversationId, workspace, session, reaches };
}

describe('a session', () => {
  it('is the fold of the far log, whatever comes live', async () => {
    const { conversationId, session, reaches } = await openOne();
    world.far.say(conversationId, 'more');
    world.far.append(conversationId, { type: 'note.posted', payload: {}, content: { text: 'aside' }, actor: ME });
    await reaches(5);
    expect(session.state).toEqual(world.far.stateOf(conversationId));
  });

  it('fills a gap by asking after what it has, page by page', async () => {
    const { conversationId, session, reaches } = await openOne();
    for (let index = 0; index < 10; index += 1) world.far.say(conversationId, `unheard ${index}`, { quietly: true });
    world.far.say(conversationId, 'heard');
    await reaches(14);
    expect(session.state).toEqual(world.far.stateOf(conversationId));
  });

  it('hears of the last event by the heartbeat when its push was lost', async () => {
    const { conversationId, session, reaches } = await openOne();
    world.far.say(conversationId, 'lost on the way', { quietly: true });
    world.far.beat();
    await reaches(4);
    expect(session.state).toEqual(world.far.stateOf(conversationId));
  });

  it('catches up after a cut, and takes a snapshot in place of what it had', async () => {
    const { conversationId, workspace, session, reaches } = await openOne();
    world.far.cut();
    await until(workspace.connection.changed.on, () => workspace.connection.current.state === 'offline');
    for (let index = 0; index < 7; index += 1) world.far.say(conversationId, `meanwhile ${index}`);
    world.machine.clock.advance(20_000);
    await reaches(10);
    expect(session.state).toEqual(world.far.stateOf(conversationId));
  });

  it('drops a repeat without a word', async () => {
    const { conversationId, session, reaches } = await openOne();
    const event = world.far.say(conversationId, 'once');
    await reaches(4);
    world.far.tell('events', [event]);
    world.far.say(conversationId, 'then');
    await reaches(5);
    expect(session.state).toEqual(world.far.stateOf(conversationId));
  });

  it('counts a known event of a wrong shape as a newer one, and goes on', async () => {
    const { conversationId, session, reaches } = await openOne();
    world.far.append(conversationId, { type: 'sla.started', payload: { metric: 'no such', dueAt: 'soon' }, actor: THE_CUSTOMER });
    world.far.say(conversationId, 'after');
    await reaches(5);
    expect(session.state?.head).toMatchObject({ newerCount: 1, sla: null });
  });

  it('says why it cannot be opened', async () => {
    const workspace = await signIn(world.start(), world.far.url);
    const session = hold(workspace, testId());
    await until(session.news.on, () => session.status === 'failed');
    expect(session.failure).toEqual({ code: 'NOT_FOUND' });
  });

  it('is there without a line, as it was last seen, and the list with it', async () => {
    const { conversationId, session, reaches } = await openOne();
    world.far.say(conversationId, 'more');
    await reaches(4);
    world.far.refuseConnections({ code: 'UNAVAILABLE' });
    const again = world.start();
    await again.restore();
    const workspace = workspaceOf(again);
    expect(hold(workspace, conversationId).state).toEqual(session.state);
    expect(workspace.feed.state.rows.get(conversationId)).toMatchObject({ seq: 4 });
  });
});

describe('open conversations', () => {
  it('that are mine stay open by themselves', async () => {
    const workspace = await signIn(world.start(), world.far.url);
    const conversationId = world.far.begin();
    await until(workspace.sessions.opened.on, () => workspace.sessions.find(conversationId) !== null);
    expect(workspace.sessions.all()).toHaveLength(1);
  });

  it('of others are opened by whoever holds them', async () => {
    const conversationId = world.far.begin({ kind: 'agent', id: testId() });
    const workspace = await signIn(world.start(), world.far.url);
    expect(workspace.sessions.find(conversationId)).toBeNull();
    hold(workspace, conversationId);
    expect(workspace.sessions.find(conversationId)).not.toBeNull();
  });
});

describe('the line', () => {
  it('is given up after two silent heartbeats, and made again with a higher epoch', async () => {
    const workspace = await signIn(world.start(), world.far.url);
    world.machine.clock.advance(10_000);
    await until(workspace.connection.changed.on, () => workspace.connection.current.state !== 'live');
    world.machine.clock.advance(20_000);
    await isLive(workspace);
    const epochs = world.far.handshakes.map(({ epoch }) => epoch);
    expect(epochs).toEqual([1, 2]);
    expect(new Set(world.far.handshakes.map(({ deviceId }) => deviceId)).size).toBe(1);
  });

  it('does not fight the connection that fenced it', async () => {
    const workspace = await signIn(world.start(), world.far.url);
    world.far.tell('ended', { code: 'SESSION_FENCED' });
    await until(workspace.connection.changed.on, () => workspace.connection.current.state === 'refused');
    world.machine.clock.advance(600_000);
    workspace.reconnectNow();
    expect(workspace.connection.current).toMatchObject({ state: 'refused', failure: { code: 'SESSION_FENCED' } });
    expect(world.far.handshakes).toHaveLength(1);
  });

  it('takes the account over again when a person wants it here', async () => {
    const workspace = await signIn(world.start(), world.far.url);
    world.far.tell('ended', { code: 'SESSION_FENCED' });
    await until(workspace.connection.changed.on, () => workspace.connection.current.state === 'refused');
    workspace.retry();
    await isLive(workspace);
    expect(world.far.handshakes.map(({ epoch }) => epoch)).toEqual([1, 2]);
  });

  it('takes a new token when the old one has ended', async () => {
    const workspace = await signIn(world.start(), world.far.url);
    world.far.tell('ended', { code: 'TOKEN_EXPIRED' });
    await until(workspace.connection.changed.on, () => workspace.connection.current.state === 'offline');
    world.machine.clock.advance(20_000);
    await isLive(workspace);
    expect(world.far.refreshCount()).toBe(1);
    expect(world.far.handshakes.map(({ token }) => token)).toEqual(['access-0', 'access-1']);
  });

  it('that is revoked ends the sign-in, and keeps what was not sent for the same account', async () => {
    const conversationId = world.far.begin();
    const desk = world.start();
    const workspace = await signIn(desk, world.far.url);
    world.far.script(() => 'silent');
    workspace.act({ id: testId(), type: 'message.post', conversationId, seenSeq: 3, payload: { text: 'unsent', attachments: [] } });
    await until(world.far.happened.on, () => world.far.commands.length === 1);
    world.far.tell('ended', { code: 'SESSION_REVOKED' });
    await until(desk.changed.on, () => desk.state.account === null);
    expect(desk.state.connection.failure).toMatchObject({ code: 'SESSION_REVOKED' });
    world.far.script(() => 'accept');
    const next = await signIn(desk, world.far.url);
    await until(next.outbox.changed.on, () => next.outbox.entries().length === 0);
    expect(world.far.commands).toHaveLength(2);
  });
});

describe('notices', () => {
  const waits = () => world.machine.shown.filter(({ tag }) => tag === 'waiting').map(({ notice }) => (notice.kind === 'waiting' ? notice.count : 0));

  it('say who was assigned and who wrote, unless a person looks', async () => {
    const workspace = await signIn(world.start(), world.far.url);
    const conversationId = world.far.begin();
    const kinds = () => world.machine.shown.map(({ notice }) => notice.kind);
    await until(workspace.feed.news.on, () => kinds().includes('customer-wrote'));
    expect(kinds()).toEqual(['assigned', 'customer-wrote']);
    expect(new Set(world.machine.shown.map(({ tag }) => tag))).toEqual(new Set([`conversation:${conversationId}`]));
    const { release } = workspace.sessions.hold(conversationId, { isLooking: () => true });
    world.far.say(conversationId, 'seen at once');
    await until(workspace.feed.news.on, () => workspace.feed.state.rows.get(conversationId)?.seq === 4);
    expect(world.machine.shown).toHaveLength(2);
    release();
  });

  it('are one for all long waits, replaced in place and withdrawn with the last of them', async () => {
    const workspace = await signIn(world.start(), world.far.url);
    const [one, other] = [world.far.begin(), world.far.begin()];
    await until(workspace.feed.news.on, () => (workspace.feed.state.rows.get(other)?.seq ?? 0) === 3);
    world.machine.clock.advance(200_000);
    expect(waits().at(-1)).toBe(2);
    world.machine.clock.advance(20_000);
    await isLive(workspace);
    world.far.say(one, 'answer', { actor: ME });
    await until(workspace.feed.news.on, () => waits().at(-1) === 1);
    world.far.say(other, 'answer', { actor: ME });
    await until(workspace.feed.news.on, () => world.machine.withdrawn.includes('waiting'));
  });

  it('of a long wait are not put off for as long as the clock was back when the list was last looked at', async () => {
    const workspace = await signIn(world.start(), world.far.url);
    world.machine.clock.jump(-HOUR);
    const conversationId = world.far.begin();
    await until(workspace.feed.news.on, () => workspace.feed.state.rows.get(conversationId)?.seq === 3);
    world.machine.clock.jump(HOUR);
    world.machine.clock.advance(200_000);
    expect(waits()).toEqual([1]);
  });
});
