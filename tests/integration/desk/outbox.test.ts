import { describe, expect, it } from 'vitest';
import type { Workspace } from '../../../src/main/sessions/index.ts';
import { isLive, setUpDesk, signIn, workspaceOf } from './desk-under-test.ts';
import { testId } from './far-end.ts';
import { until } from './until.ts';

const world = setUpDesk();

const post = (conversationId: string, text: string, seenSeq = 3) => ({ id: testId(), type: 'message.post', conversationId, seenSeq, payload: { text, attachments: [] } });
const states = (workspace: Workspace, conversationId: string) => workspace.outbox.entriesOf(conversationId).map(({ state }) => state.kind);
const open = async (workspace: Workspace, conversationId: string) => {
  const { session } = workspace.sessions.hold(conversationId, { isLooking: () => false });
  await until(session.news.on, () => session.state !== null);
  return session;
};

describe('an act', () => {
  it('is on disk before it is answered, and a killed process loses nothing', async () => {
    const conversationId = world.far.begin();
    world.far.script(() => 'silent');
    const workspace = await signIn(world.start(), world.far.url);
    const act = post(conversationId, 'one');
    expect(workspace.act(act)).toMatchObject({ ok: true });
    workspace.act(post(conversationId, 'two'));
    workspace.drafts.save({ conversationId, mode: 'note', text: 'half a thought', attachments: [] });
    await until(world.far.happened.on, () => world.far.commands.length === 1);

    // Killed: nothing is closed, another process opens the same files.
    world.far.script(() => 'accept');
    const again = world.start();
    await again.restore();
    const reopened = workspaceOf(again);
    expect(reopened.drafts.get({ conversationId, mode: 'note' })).toMatchObject({ text: 'half a thought' });
    await until(world.far.happened.on, () => world.far.commands.length === 3);
    await until(reopened.outbox.changed.on, () => reopened.outbox.entries().length === 0);
    expect(world.far.commands.map(({ id }) => id)).toEqual([act.id, act.id, expect.any(String)]);
    expect(world.far.stateOf(conversationId).window.items.flatMap((item) => (item.kind === 'message' ? item.text : []))).toEqual(['hello', 'one', 'two']);
  });

  it('goes again with the same id when no answer comes, and is in the log once', async () => {
    const conversationId = world.far.begin();
    const workspace = await signIn(world.start(), world.far.url);
    const session = await open(workspace, conversationId);
    world.far.script(() => 'mute');
    const act = post(conversationId, 'one');
    workspace.act(act);
    await until(world.far.happened.on, () => world.far.commands.length === 1);
    expect(workspace.outbox.drop(act.id)).toMatchObject({ error: { code: 'TRANSITION_REFUSED' } });
    world.far.cut();
    await until(workspace.connection.changed.on, () => workspace.connection.current.state === 'offline');
    expect(states(workspace, conversationId)).toEqual(['queued']);
    expect(workspace.outbox.drop(act.id)).toMatchObject({ error: { code: 'TRANSITION_REFUSED' } });
    world.far.script(() => 'accept');
    world.machine.clock.advance(20_000);
    await isLive(workspace);
    await until(world.far.happened.on, () => world.far.commands.length === 2);
    expect(world.far.commands[1]?.id).toBe(act.id);
    await until(workspace.outbox.changed.on, () => workspace.outbox.entries().length === 0);
    expect(session.state?.window.items.filter((item) => item.kind === 'message')).toHaveLength(2);
  });

  it('given again by a page whose line broke is the act it was, though it has been taken back or resent meanwhile', async () => {
    const conversationId = world.far.begin();
    const workspace = await signIn(world.start(), world.far.url);
    world.far.cut();
    await until(workspace.connection.changed.on, () => workspace.connection.current.state === 'offline');
    const act = post(conversationId, 'one');
    const first = workspace.act(act);
    workspace.outbox.drop(act.id);
    expect(workspace.act(act)).toEqual(first);
    expect(workspace.act({ ...act, payload: { text: 'other', attachments: [] } })).toMatchObject({ error: { code: 'IDEMPOTENCY_MISMATCH' } });
    const refused = post(conversationId, 'two');
    workspace.act(refused);
    workspace.outbox.refuse(refused.id, { code: 'STALE' });
    const newId = testId();
    workspace.outbox.resend({ id: refused.id, newId, seenSeq: 3, text: null });
    expect(workspace.act(refused)).toMatchObject({ ok: true });
    expect(workspace.outbox.entries().map(({ id }) => id)).toEqual([newId]);
  });

  it('keeps the order of a conversation: one in flight, the next after the answer', async () => {
    const conversationId = world.far.begin();
    const workspace = await signIn(world.start(), world.far.url);
    await open(workspace, conversationId);
    world.far.script(() => 'silent');
    workspace.act(post(conversationId, 'one'));
    workspace.act(post(conversationId, 'two'));
    expect(states(workspace, conversationId)).toEqual(['in-flight', 'queued']);
  });

  it('is refused before it is queued when it is too large, unknown, malformed or may not wait', async () => {
    const conversationId = world.far.begin();
    const workspace = await signIn(world.start(), world.far.url);
    expect(workspace.act(post(conversationId, 'x'.repeat(20_001)))).toMatchObject({ error: { code: 'TOO_LARGE', details: { limit: 20_000 } } });
    expect(workspace.act({ ...post(conversationId, ''), type: 'message.shout' })).toMatchObject({ error: { code: 'UNKNOWN_COMMAND' } });
    expect(workspace.act({ ...post(conversationId, ''), payload: { words: 1 } })).toMatchObject({ error: { code: 'BAD_INPUT' } });
    world.far.cut();
    await until(workspace.connection.changed.on, () => workspace.connection.current.state === 'offline');
    expect(workspace.act({ ...post(conversationId, ''), type: 'conversation.take-over', payload: {} })).toMatchObject({ error: { code: 'OFFLINE' } });
    expect(workspace.act(post(conversationId, 'later'))).toMatchObject({ ok: true });
    expect(workspace.outbox.unsent()).toBe(1);
  });

  it('that may not wait goes again only if it was sent already when the line broke', async () => {
    const conversationId = world.far.begin();
    const workspace = await signIn(world.start(), world.far.url);
    world.far.script(() => 'silent');
    const takeOver = () => ({ ...post(conversationId, ''), type: 'conversation.take-over', payload: {} });
    const [sent, waiting] = [takeOver(), takeOver()];
    workspace.act(sent);
    workspace.act(waiting);
    await until(world.far.happened.on, () => world.far.commands.length === 1);
    world.far.cut();
    await until(workspace.connection.changed.on, () => workspace.connection.current.state === 'offline');
    expect(workspace.outbox.entries()).toMatchObject([{ id: sent.id, state: { kind: 'queued' } }, { id: waiting.id, state: { kind: 'refused', failure: { code: 'OFFLINE' } } }]);
  });

  it('given twice is one act, and another act under its id is a mismatch', async () => {
    const conversationId = world.far.begin();
    world.far.script(() => 'silent');
    const workspace = await signIn(world.start(), world.far.url);
    const act = post(conversationId, 'one');
    workspace.act(act);
    expect(workspace.act(act)).toMatchObject({ ok: true, value: { id: act.id } });
    expect(workspace.act({ ...act, payload: { text: 'other', attachments: [] } })).toMatchObject({ error: { code: 'IDEMPOTENCY_MISMATCH' } });
    expect(workspace.outbox.entries()).toHaveLength(1);
  });
});

describe('a refused reply', () => {
  async function refuseFirst() {
    const conversationId = world.far.begin();
    const workspace = await signIn(world.start(), world.far.url);
    await open(workspace, conversationId);
    world.far.script(() => ({ code: 'STALE', details: { events: [] } }));
    const first = post(conversationId, 'one');
    workspace.act(first);
    workspace.act(post(conversationId, 'two'));
    workspace.act({ ...post(conversationId, 'aside'), type: 'note.post', payload: { text: 'aside' } });
    await until(workspace.outbox.changed.on, () => states(workspace, conversationId)[0] === 'refused');
    return { conversationId, workspace, first };
  }

  it('parks the later ones, lets notes pass, and survives a restart', async () => {
    const { conversationId, workspace } = await refuseFirst();
    world.far.script(() => 'accept');
    await until(workspace.outbox.changed.on, () => workspace.outbox.entriesOf(conversationId).length === 2);
    expect(states(workspace, conversationId)).toEqual(['refused', 'held']);
    workspace.act(post(conversationId, 'three'));
    expect(states(workspace, conversationId)).toEqual(['refused', 'held', 'held']);
    const again = world.start();
    await again.restore();
    expect(states(workspaceOf(again), conversationId)).toEqual(['refused', 'held', 'held']);
  });

  it('sent again takes its old place under a new id, and the others follow in order', async () => {
    const { conversationId, workspace, first } = await refuseFirst();
    world.far.script(() => 'accept');
    const newId = testId();
    expect(workspace.outbox.resend({ id: first.id, newId, seenSeq: 9, text: 'one, better' })).toMatchObject({ ok: true, value: { id: newId, seenSeq: 9 } });
    await until(workspace.outbox.changed.on, () => workspace.outbox.entriesOf(conversationId).length === 0);
    const said = world.far.stateOf(conversationId).window.items.flatMap((item) => (item.kind === 'message' ? item.text : []));
    expect(said.filter((text) => text !== 'aside')).toEqual(['hello', 'one, better', 'two']);
  });

  it('dropped lets the others go', async () => {
    const { conversationId, workspace, first } = await refuseFirst();
    world.far.script(() => 'accept');
    expect(workspace.outbox.drop(first.id)).toMatchObject({ ok: true });
    await until(workspace.outbox.changed.on, () => workspace.outbox.entriesOf(conversationId).length === 0);
  });
});

describe('a passing failure', () => {
  it('is world again after a pause, with the same id', async () => {
    const conversationId = world.far.begin();
    const workspace = await signIn(world.start(), world.far.url);
    await open(workspace, conversationId);
    world.far.script(() => ({ code: 'RATE_LIMITED' }));
    const act = post(conversationId, 'one');
    workspace.act(act);
    await until(workspace.outbox.changed.on, () => world.far.commands.length === 1 && states(workspace, conversationId)[0] === 'queued');
    world.far.script(() => 'accept');
    world.machine.clock.advance(1_000);
    await until(workspace.outbox.changed.on, () => workspace.outbox.entries().length === 0);
    expect(world.far.commands.map(({ id }) => id)).toEqual([act.id, act.id]);
  });
});

describe('observations', () => {
  it('keep only the newest mark of reading, and stay behind messages', async () => {
    const conversationId = world.far.begin();
    const workspace = await signIn(world.start(), world.far.url);
    await open(workspace, conversationId);
    for (const upToSeq of [1, 2, 3]) workspace.act({ id: testId(), type: 'read.advance', conversationId, seenSeq: upToSeq, payload: { upToSeq } });
    expect(workspace.outbox.entries()).toHaveLength(1);
    workspace.act(post(conversationId, 'one'));
    await until(workspace.outbox.changed.on, () => workspace.outbox.entries().length === 1);
    world.machine.clock.advance(1_000);
    await until(workspace.outbox.changed.on, () => workspace.outbox.entries().length === 0);
    expect(world.far.commands.map(({ type }) => type)).toEqual(['message.post', 'read.advance']);
  });
});
