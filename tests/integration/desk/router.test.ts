import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BridgeMessage } from '../../../src/shared/contracts/bridge/channels.ts';
import { PROTOCOL_VERSION } from '../../../src/shared/lib/protocol.ts';
import { Router, type Attention, type Caller } from '../../../src/main/bridge/index.ts';
import { createSignal, type Signal } from '../../../src/main/sessions/signal.ts';
import { createPhraseCheck, type Desk } from '../../../src/main/sessions/index.ts';
import { createMachine, signIn, type Machine } from './desk-under-test.ts';
import { startFarEnd, testId, type FarEnd } from './far-end.ts';
import { until } from './until.ts';

const ORIGIN = 'app://desk';
const HOUR = 3_600_000;
const GUARD_RULES = path.join(import.meta.dirname, '../../../resources/lexicons/guard.json');
let far: FarEnd;
let machine: Machine;
let desk: Desk;
let router: Router;
let opened: string[];

beforeEach(async () => {
  far = await startFarEnd();
  machine = createMachine();
  desk = machine.start();
  opened = [];
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  router = new Router({ desk, clock: machine.clock, log, origins: [ORIGIN], openLink: (url) => void opened.push(url), checkPhrases: createPhraseCheck(GUARD_RULES) });
});
afterEach(async () => {
  desk.close();
  await far.close();
});

type TestWindow = { readonly caller: Caller; readonly batches: BridgeMessage[][]; readonly arrived: Signal<null>; attend: (attention: Attention) => void; last: (subscriptionId: string) => unknown };

function openWindow(id: string, from: { origin?: string | null; isMainFrame?: boolean } = {}): TestWindow {
  const batches: BridgeMessage[][] = [];
  const arrived = createSignal<null>();
  let attention: Attention = 'visible';
  const peer = {
    id,
    attention: () => attention,
    send: (messages: readonly BridgeMessage[]) => {
      batches.push([...messages]);
      arrived.emit(null);
    },
  };
  return {
    caller: { peer, origin: ORIGIN, isMainFrame: true, ...from },
    batches,
    arrived,
    attend: (next) => {
      attention = next;
      router.reconsider();
    },
    last: (subscriptionId) => batches.flat().findLast((message) => message.subscriptionId === subscriptionId)?.message,
  };
}

const query = (name: string, input: unknown = null) => ({ protocol: PROTOCOL_VERSION, kind: 'query', name, input });
const command = (name: string, input: unknown = null) => ({ protocol: PROTOCOL_VERSION, kind: 'command', name, input });
const subscription = (subscriptionId: string, topic: string, input: unknown = null) => ({ protocol: PROTOCOL_VERSION, subscriptionId, topic, input });

describe('the router', () => {
  it.each([{ origin: 'https://evil.example' }, { origin: null }, { isMainFrame: false }])('refuses a caller that is not our page: %o', async (from) => {
    const { caller, batches } = openWindow('one', from);
    expect(await router.ask(caller, query('app.get'))).toEqual({ ok: false, error: { code: 'ORIGIN_REFUSED' } });
    router.subscribe(caller, subscription('a', 'app'));
    machine.clock.advance(1000);
    expect(batches).toEqual([]);
  });

  it.each([
    [{ ...query('app.get'), protocol: 99 }, 'PROTOCOL_MISMATCH'],
    [query('app.delete-all'), 'UNKNOWN_COMMAND'],
    [query('constructor'), 'UNKNOWN_COMMAND'],
    [command('app.get'), 'UNKNOWN_COMMAND'],
    [query('draft.get', { conversationId: 'no id', mode: 'reply' }), 'BAD_INPUT'],
    [command('outbox.drop', { id: '01900000-0000-7000-8000-000000000001', more: 1 }), 'BAD_INPUT'],
    ['not even an object', 'BAD_INPUT'],
    [query('draft.list'), 'NOT_SIGNED_IN'],
  ])('answers %j with %s', async (request, code) => {
    expect(await router.ask(openWindow('one').caller, request)).toMatchObject({ ok: false, error: { code } });
  });

  it('forwards reads of the contract, and nothing that is not marked as one', async () => {
    const { caller } = openWindow('one');
    await signIn(desk, far.url);
    expect(await router.ask(caller, query('api.ask', { path: ['people', 'list'], input: null }))).toMatchObject({ ok: true, value: { staff: [] } });
    expect(await router.ask(caller, query('api.ask', { path: ['auth', 'refresh'], input: { refreshToken: 'x' } }))).toMatchObject({ error: { code: 'FORBIDDEN' } });
    expect(await router.ask(caller, query('api.ask', { path: ['people', 'constructor'], input: null }))).toMatchObject({ error: { code: 'UNKNOWN_COMMAND' } });
    expect(await router.ask(caller, query('api.ask', { path: ['conversations', 'get'], input: { conversationId: '../auth' } }))).toMatchObject({ error: { code: 'BAD_INPUT' } });
  });

  it.each([
    ['小满，保证后天一定送到', 'confirm', 'promise-beyond-policy'],
    ['Add me on WeChat and pay there', 'block', 'off-platform'],
    ['This is the best teapot in the world', 'block', 'absolute-claim'],
  ])('says what should not go out of %s', async (text, level, rule) => {
    const { caller } = openWindow('one');
    const answer = await router.ask(caller, query('phrases.check', { text }));
    expect(answer).toMatchObject({ ok: true, value: [{ level, rule }] });
    const [{ span }] = (answer as { value: [{ span: { start: number; end: number; text: string } }] }).value;
    expect(text.slice(span.start, span.end)).toBe(span.text);
  });

  it('opens https links of the own server only', async () => {
    const { caller } = openWindow('one');
    for (const url of ['https://evil.example/', 'file:///etc/passwd', 'javascript:alert(1)', 'no address']) {
      expect(await router.ask(caller, command('link.open', { url }))).toMatchObject({ error: { code: 'FORBIDDEN' } });
    }
    expect(opened).toEqual([]);
  });
});

describe('a window', () => {
  it('gets a conversation as snapshot, then events, and what is on its way', async () => {
    const conversationId = far.begin();
    await signIn(desk, far.url);
    const one = openWindow('one');
    router.subscribe(one.caller, subscription('s', 'session', { conversationId }));
    const kinds = () => one.batches.flat().map(({ message }) => (message as { kind: string }).kind);
    const hears = async (kind: string) => {
      const workspace = desk.workspace;
      if (!workspace) throw new Error('not signed in');
      const session = workspace.sessions.find(conversationId);
      await until((heard) => session?.news.on(heard) ?? (() => undefined), () => session?.state !== null);
      machine.clock.advance(20);
      await until(one.arrived.on, () => kinds().includes(kind));
    };
    await hears('snapshot');
    expect(kinds()).toEqual(expect.arrayContaining(['snapshot', 'pending', 'composer']));
    far.say(conversationId, 'more');
    await until((heard) => desk.workspace?.sessions.find(conversationId)?.news.on(heard) ?? (() => undefined), () => desk.workspace?.sessions.find(conversationId)?.state?.head.seq === 4);
    machine.clock.advance(20);
    expect(kinds()).toContain('events');
    far.script(() => 'silent');
    await router.ask(one.caller, command('act', { id: testId(), type: 'note.post', conversationId, seenSeq: 4, payload: { text: 'aside' } }));
    machine.clock.advance(20);
    expect(one.last('s')).toMatchObject({ kind: 'pending', entries: [{ type: 'note.post' }] });
  });

  it('that is hidden is told once a second, and at once when it comes back', () => {
    const one = openWindow('one');
    one.attend('hidden');
    router.subscribe(one.caller, subscription('a', 'app'));
    machine.clock.advance(20);
    expect(one.batches).toHaveLength(1);
    desk.changeSettings({ sound: true });
    desk.changeSettings({ sound: false });
    machine.clock.advance(900);
    expect(one.batches).toHaveLength(1);
    machine.clock.advance(100);
    expect(one.batches).toHaveLength(2);
    expect(one.batches[1]).toHaveLength(1);
    desk.changeSettings({ theme: 'dark' });
    one.attend('visible');
    machine.clock.advance(16);
    expect(one.last('a')).toMatchObject({ settings: { theme: 'dark' } });
  });

  it.each([-HOUR, HOUR])('is told in time though the clock jumps by %d ms', (jump) => {
    const one = openWindow('one');
    router.subscribe(one.caller, subscription('a', 'app'));
    machine.clock.advance(20);
    machine.clock.jump(jump);
    desk.changeSettings({ sound: true });
    machine.clock.advance(16);
    expect(one.last('a')).toMatchObject({ settings: { sound: true } });
    desk.changeSettings({ theme: 'dark' });
    machine.clock.advance(16);
    expect(one.last('a')).toMatchObject({ settings: { theme: 'dark' } });
  });

  it.each([-HOUR, HOUR])('that is hidden is told what already waits when the clock jumps by %d ms, and then once a second again', (jump) => {
    const one = openWindow('one');
    one.attend('hidden');
    router.subscribe(one.caller, subscription('a', 'app'));
    machine.clock.advance(20);
    desk.changeSettings({ sound: true });
    machine.clock.jump(jump);
    desk.changeSettings({ theme: 'dark' });
    machine.clock.advance(1000);
    expect(one.last('a')).toMatchObject({ settings: { sound: true, theme: 'dark' } });
    expect(one.batches).toHaveLength(2);
    desk.changeSettings({ sound: false });
    machine.clock.advance(900);
    expect(one.batches).toHaveLength(2);
    machine.clock.advance(100);
    expect(one.batches).toHaveLength(3);
  });

  it('does not wait for the timer of a hidden one that was set before the clock was put back', () => {
    const [one, hidden] = [openWindow('one'), openWindow('hidden')];
    hidden.attend('hidden');
    router.subscribe(one.caller, subscription('a', 'app'));
    router.subscribe(hidden.caller, subscription('b', 'app'));
    machine.clock.advance(20);
    desk.changeSettings({ sound: true });
    machine.clock.advance(20);
    machine.clock.jump(-HOUR);
    desk.changeSettings({ theme: 'dark' });
    machine.clock.advance(16);
    expect(one.last('a')).toMatchObject({ settings: { sound: true, theme: 'dark' } });
  });

  it('has the composer for itself until another takes it, or it is gone', async () => {
    const conversationId = far.begin();
    await signIn(desk, far.url);
    const [one, other] = [openWindow('one'), openWindow('other')];
    const claim = (window: TestWindow, force: boolean) => router.ask(window.caller, command('composer.claim', { conversationId, force }));
    expect(await claim(one, false)).toMatchObject({ ok: true });
    expect(await claim(other, false)).toMatchObject({ error: { code: 'COMPOSER_TAKEN' } });
    expect(await claim(other, true)).toMatchObject({ ok: true });
    expect(await claim(one, false)).toMatchObject({ error: { code: 'COMPOSER_TAKEN' } });
    router.drop(other.caller.peer);
    expect(await claim(one, false)).toMatchObject({ ok: true });
  });

  it('saves no draft over the words of the window that has the composer', async () => {
    const conversationId = far.begin();
    await signIn(desk, far.url);
    const [one, other] = [openWindow('one'), openWindow('other')];
    const save = (window: TestWindow, text: string) => router.ask(window.caller, command('draft.save', { conversationId, mode: 'reply', text, attachments: [] }));
    expect(await save(other, 'nobody has it')).toMatchObject({ ok: true });
    await router.ask(one.caller, command('composer.claim', { conversationId, force: false }));
    expect(await save(one, 'a long reply')).toMatchObject({ ok: true });
    expect(await save(other, 'x')).toMatchObject({ error: { code: 'COMPOSER_TAKEN' } });
    expect(await router.ask(other.caller, query('draft.get', { conversationId, mode: 'reply' }))).toMatchObject({ value: { text: 'a long reply' } });
    router.drop(one.caller.peer);
    expect(await save(other, 'mine now')).toMatchObject({ ok: true });
  });

  it('takes no words back into a composer that another has, and they stay in line', async () => {
    const conversationId = far.begin();
    far.script(() => 'silent');
    const workspace = await signIn(desk, far.url);
    const [one, other] = [openWindow('one'), openWindow('other')];
    const [sent, reply] = [testId(), testId()];
    for (const id of [sent, reply]) workspace.act({ id, type: 'message.post', conversationId, seenSeq: 3, payload: { text: 'a reply', attachments: [] } });
    await router.ask(other.caller, command('composer.claim', { conversationId, force: false }));
    const takeBack = (window: TestWindow, id: string) => router.ask(window.caller, command('outbox.take-back', { id, mode: 'reply' }));
    expect(await takeBack(one, reply)).toMatchObject({ error: { code: 'COMPOSER_TAKEN' } });
    expect(workspace.outbox.entriesOf(conversationId)).toHaveLength(2);
    expect(await takeBack(other, reply)).toMatchObject({ ok: true });
    expect(await takeBack(other, reply)).toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect(await takeBack(other, sent)).toMatchObject({ error: { code: 'TRANSITION_REFUSED' } });
  });

  it('that was dropped hears nothing more', () => {
    const one = openWindow('one');
    router.subscribe(one.caller, subscription('a', 'app'));
    router.drop(one.caller.peer);
    desk.changeSettings({ sound: true });
    machine.clock.advance(2000);
    expect(one.batches).toEqual([]);
  });

  it('that comes late is still taken where a notice or a link led', () => {
    desk.navigation.toConversation('01900000-0000-7000-8000-000000000001');
    const one = openWindow('one');
    router.subscribe(one.caller, subscription('n', 'navigate'));
    machine.clock.advance(20);
    expect(one.last('n')).toEqual({ to: 'conversation', conversationId: '01900000-0000-7000-8000-000000000001' });
  });
});
