import { describe, expect, it } from 'vitest';
import { checkHistory } from './check-history.ts';
import type { LogEvent } from '../../../src/shared/contracts/events/envelope.ts';
import { foldPage } from '../../../src/shared/domain/reducers/reduce-window.ts';
import { STAFF_ONLY, type History, type Operation, type RuleName } from './history.ts';
import { AGENT, historyOf, operation, posted, recalled, understood } from './sample-history.ts';

const hello = posted(1, { id: 'hello', by: 'customer', text: 'hello' });
const one = posted(2, { id: 'one', by: 'agent', text: 'one' });
const two = posted(3, { id: 'two', by: 'agent', text: 'two' });
const good = historyOf([hello, one, two], [operation('one', { place: 1 }), operation('two', { place: 2 })]);
const [view] = good.deskViews;
const [page] = good.pageViews;

const where = operation('any').conversationId;
/** A draft that was saved, and found no more. */
const draftOf = (saved: string) => ({ viewer: AGENT, conversationId: where, saved, found: null });

const rulesOf = (history: History): RuleName[] => [...new Set(checkHistory(history).map(({ rule }) => rule))];

describe('the history checker', () => {
  it('finds nothing in a good history', () => {
    expect(checkHistory(good)).toEqual([]);
  });

  it.each<readonly [RuleName, string, History]>([
    ['lost', 'an act that is done for its author and not in the log', { ...good, operations: [...good.operations, operation('three', { place: 3 })] }],
    ['lost', 'an act that never left the outbox', { ...good, operations: [...good.operations, operation('three', { place: 3, fate: 'waiting' })] }],
    ['doubled', 'the same words under another id', historyOf([hello, one, { ...two, content: one.content }], [operation('one', { place: 1 })])],
    ['undone-yet-there', 'an act that was refused and is there', { ...good, operations: [operation('one', { fate: 'refused' })] }],
    ['undone-yet-there', 'an act that was dropped and is there', { ...good, operations: [operation('one', { fate: 'dropped' })] }],
    ['log-dense', 'a number that is missing', { ...good, logs: good.logs.map((log) => ({ ...log, events: [hello, two] })), operations: [], deskViews: [], finalDesks: [] }],
    ['sender-order', 'what was said second stands first', { ...good, operations: [operation('one', { place: 2 }), operation('two', { place: 1 })] }],
    ['view-is-prefix', 'a screen without what the log had by then', { ...good, deskViews: view ? [{ ...view, state: { ...view.state, window: { ...view.state.window, items: [] } } }] : [] }],
    ['view-is-prefix', 'a page without what the log had by then', { ...good, pageViews: page ? [{ ...page, thread: { ...page.thread, items: [] } }] : [] }],
    ['view-is-prefix', 'an older page that shows a message as it was', { ...good, olderPages: [{ viewer: AGENT, conversationId: good.logs[0]?.conversationId ?? '', before: 2, asOf: 3, page: { from: 1, to: 1, items: [] } }] }],
    ['staff-only', "staff's words on their way to a customer", { ...good, customerFrames: [{ conversationId: 'c', text: `42["events",["${STAFF_ONLY} 3"]]` }] }],
    ['replicas-converge', 'a desk that stayed behind', { ...good, finalDesks: good.finalDesks.map((final) => ({ ...final, local: historyOf([hello], []).deskViews[0]?.state ?? null })) }],
    ['stale-act', 'a reply to a state its author had not seen', historyOf([hello, one, posted(3, { id: 'wait', by: 'customer', text: 'wait' }), posted(4, { id: 'late', by: 'agent', text: 'late' })], [operation('late', { seenSeq: 2 })])],
    ['draft-lost', 'a draft that is not what was saved', { ...good, drafts: [draftOf('dear customer')] }],
    ['draft-lost', 'a draft of what was sent', { ...good, drafts: [{ ...draftOf('two'), found: 'two' }] }],
    ['draft-lost', 'a draft of what was sent by a machine that died over it', { ...good, operations: [operation('one', { fate: 'unknown' })], drafts: [{ ...draftOf('one'), found: 'one' }] }],
    ['draft-lost', 'no draft of what was not taken', { ...good, operations: [...good.operations, operation('late', { fate: 'not-taken' })], drafts: [draftOf('late')] }],
    ['trouble', 'an error that nobody caught', { ...good, troubles: ['nobody caught: it'] }],
  ])('%s: finds %s', (rule, _what, history) => {
    expect(rulesOf(history)).toContain(rule);
  });

  it('deleted-stays-deleted: finds a recalled message on a later screen', () => {
    const history = historyOf([posted(1, { id: 'oops', by: 'agent', text: 'no, wait' }), recalled(2, 'oops')], []);
    expect(checkHistory(history)).toEqual([]);
    const forgetful = history.pageViews.map(({ thread, ...shown }) => ({
      ...shown,
      thread: { ...thread, items: thread.items.map((item) => (item.kind === 'message' ? { ...item, recalled: false, content: { text: 'no, wait', attachments: [], buttons: [] } } : item)) },
    }));
    expect(rulesOf({ ...history, pageViews: forgetful })).toContain('deleted-stays-deleted');
  });

  it('finds nothing in a draft that is gone since it was sent, that stays since it was not, or that is either when nobody knows', () => {
    const act = (fate: Operation['fate']) => ({ ...good, operations: [...good.operations, operation('late', { place: 3, fate })] });
    const kept = { ...draftOf('late'), found: 'late' };
    expect(rulesOf({ ...good, drafts: [draftOf('two')] })).toEqual([]);
    expect(rulesOf({ ...act('not-taken'), drafts: [kept] })).toEqual([]);
    for (const draft of [draftOf('late'), kept]) expect(rulesOf({ ...act('unknown'), drafts: [draft] })).toEqual([]);
    expect(rulesOf({ ...act('unknown'), drafts: [{ ...kept, found: 'later' }] })).toEqual(['draft-lost']);
  });

  it('takes an older page as it is now', () => {
    const { events = [], conversationId = '' } = good.logs[0] ?? {};
    const older = foldPage({ from: 1, to: 1 }, events);
    const given = { viewer: AGENT, conversationId, before: 2, asOf: events.length, page: older };
    expect(rulesOf({ ...good, olderPages: [given] })).toEqual([]);
    expect(rulesOf({ ...good, olderPages: [{ ...given, before: 3 }] })).toEqual(['view-is-prefix']);
  });

  it('asks of nobody that they have a closed conversation open', () => {
    const closed = good.finalDesks.map(({ server, ...final }) => ({ ...final, local: null, server: { ...server, head: { ...server.head, episode: { ...server.head.episode, status: 'resolved' as const } } } }));
    const logs = good.logs.map((log) => ({ ...log, initial: { ...log.initial, head: { ...log.initial.head, episode: { ...log.initial.head.episode, status: 'resolved' as const } } } }));
    expect(rulesOf({ ...good, logs, deskViews: [], finalDesks: closed })).toEqual([]);
    expect(rulesOf({ ...good, finalDesks: good.finalDesks.map((final) => ({ ...final, local: null })) })).toEqual(['replicas-converge']);
  });

  it('lets a note pass a reply that was parked, and nothing else', () => {
    const note = { ...posted(2, { id: 'note', by: 'agent', text: 'note' }), type: 'note.posted', publicSeq: null, content: { text: 'note' } };
    const late = { ...posted(3, { id: 'parked', by: 'agent', text: 'parked' }), publicSeq: 2 };
    const acts = [operation('parked', { place: 1, wasParked: true }), operation('note', { place: 2, type: 'note.post' })];
    expect(rulesOf({ ...historyOf([hello, note, late], acts), deskViews: [], pageViews: [], finalPages: [] })).toEqual([]);
    const unparked = acts.map((act) => ({ ...act, wasParked: false }));
    expect(rulesOf({ ...historyOf([hello, note, late], unparked), deskViews: [], pageViews: [], finalPages: [] })).toEqual(['sender-order']);
  });

  it('lets a reply pass a resolve that was refused and sent anew', () => {
    const resolved: LogEvent = { ...posted(3, { id: 'resolve', by: 'agent', text: '' }), type: 'episode.resolved', content: null };
    const acts = [operation('resolve', { place: 1, type: 'episode.resolve', text: null, wasParked: true }), operation('one', { place: 2 })];
    const rulesFor = (tried: readonly Operation[]) => rulesOf({ ...historyOf([hello, one, resolved], tried), deskViews: [], pageViews: [], finalPages: [] });
    expect(rulesFor(acts)).toEqual([]);
    expect(rulesFor(acts.map((act) => ({ ...act, wasParked: false })))).toEqual(['sender-order']);
  });

  const event = (seq: number, id: string, more: Pick<LogEvent, 'type' | 'payload'>): LogEvent => ({ ...posted(seq, { id, by: 'agent', text: '' }), content: null, ...more });
  const submitted = (seq: number, actionId: string) => event(seq, actionId, { type: 'action.submitted', payload: { actionId, orderNumber: 'O' } });
  const executed = (seq: number, actionId: string, orderVersion: string) => event(seq, `${actionId}-done`, { type: 'action.executed', payload: { actionId, orderNumber: 'O', orderVersion } });
  const onOrders = (events: readonly LogEvent[], acts: readonly Operation[] = []) => rulesOf({ ...historyOf(events, acts), deskViews: [], pageViews: [], finalPages: [], finalDesks: [] });

  it('asks of every act on an order that it is done once, and comes to an end', () => {
    expect(onOrders([submitted(1, 'a'), executed(2, 'a', 'v8'), submitted(3, 'b'), executed(4, 'b', 'v9')])).toEqual([]);
    expect(onOrders([submitted(1, 'a'), executed(2, 'a', 'v8'), submitted(3, 'b'), executed(4, 'b', 'v10')])).toEqual(['doubled']);
    expect(onOrders([submitted(1, 'a')])).toEqual(['lost']);
  });

  it('finds an act on an order that somebody else had acted on, unseen', () => {
    const log = [submitted(1, 'a'), executed(2, 'a', 'v8'), submitted(3, 'b'), executed(4, 'b', 'v9')];
    const act = (seenSeq: number) => [operation('b', { type: 'action.execute', text: null, payload: { orderNumber: 'O' }, seenSeq })];
    expect(onOrders(log, act(2))).toEqual([]);
    expect(onOrders(log, act(1))).toEqual(['stale-act']);
  });

  it('finds a whisper on the screen of somebody it is not for', () => {
    const whisper: LogEvent = { ...posted(1, { id: 'psst', by: 'agent', text: 'psst' }), type: 'whisper.posted', publicSeq: null, payload: { to: ['another'] }, content: { text: 'psst' } };
    const history = { ...historyOf([whisper], []), pageViews: [], finalPages: [] };
    expect(rulesOf(history)).toEqual([]);
    expect(rulesOf({ ...history, deskViews: history.deskViews.map((shown) => ({ ...shown, viewer: 'a stranger' })) })).toContain('staff-only');
  });

  it('finds the bot speaking in an episode that a person had', () => {
    const had = event(1, 'accepted', { type: 'assignment.accepted', payload: { agentId: AGENT } });
    const bot: LogEvent = { ...posted(2, { id: 'bot', by: 'agent', text: 'I am a bot' }), actor: { kind: 'bot', id: 'bot' } };
    expect(onOrders([had, bot])).toEqual(['stale-act']);
    expect(onOrders([bot, had])).not.toContain('stale-act');
  });

  const onLog = (history: History, events: readonly LogEvent[]) => rulesOf({ ...history, logs: history.logs.map((log) => ({ ...log, events })), deskViews: [], finalDesks: [] });

  it('asks of every message of a customer that it is read once', () => {
    const history = historyOf([hello], []);
    expect(onLog(history, [hello])).toEqual(['lost']);
    expect(onLog(history, [hello, understood(2, 1)])).toEqual([]);
    expect(onLog(history, [hello, understood(2, 1), understood(3, 1)])).toEqual(['doubled']);
  });

  it('finds a message that the bot has read and never answered', () => {
    const opened = event(1, 'opened', { type: 'episode.opened', payload: { episode: 1, mode: 'bot', language: 'en' } });
    const said = posted(2, { id: 'hello', by: 'customer', text: 'hello' });
    const answered = { ...event(4, 'turn', { type: 'bot.answered', payload: { messageId: 'm', messageSeq: 5, answersSeq: 2, sources: [], milliseconds: 0 } }), publicSeq: null };
    const history = { ...historyOf([opened, said], []), pageViews: [], finalPages: [] };
    expect(onLog(history, [opened, said, understood(3, 2)])).toEqual(['lost']);
    expect(onLog(history, [opened, said, understood(3, 2), answered])).toEqual([]);
  });

  it('finds the bot answering a message twice', () => {
    const answered = (seq: number) => event(seq, `turn-${seq}`, { type: 'bot.answered', payload: { messageId: 'm', messageSeq: 2, answersSeq: 1, sources: [], milliseconds: 0 } });
    expect(onOrders([answered(1)])).toEqual([]);
    expect(onOrders([answered(1), answered(2)])).toEqual(['doubled']);
  });

  it('finds a mark of reading that goes back', () => {
    const read = (seq: number, upToSeq: number) => event(seq, `read-${seq}`, { type: 'read.advanced', payload: { by: 'staff', upToSeq } });
    expect(onOrders([read(1, 3), read(2, 5)])).toEqual([]);
    expect(onOrders([read(1, 5), read(2, 3)])).toEqual(['sender-order']);
  });

  it('finds an order that the shop has changed more often than the logs say, and an action submitted twice', () => {
    const history = { ...historyOf([submitted(1, 'a'), executed(2, 'a', 'v8')], []), deskViews: [], pageViews: [], finalPages: [], finalDesks: [] };
    expect(rulesOf({ ...history, orders: [{ number: 'O', before: 'v7', after: 'v8' }] })).toEqual([]);
    expect(rulesOf({ ...history, orders: [{ number: 'O', before: 'v7', after: 'v9' }] })).toEqual(['doubled']);
    expect(onOrders([submitted(1, 'a'), submitted(2, 'a'), executed(3, 'a', 'v8')])).toEqual(['doubled']);
  });
});
