import { describe, expect, it } from 'vitest';
import { presentInboxRow } from '../../../src/shared/domain/present-inbox-row.ts';
import { checkHistory } from './check-history.ts';
import { STAFF_ONLY, type History, type RowView, type RuleName } from './history.ts';
import { AGENT, historyOf, posted, recalled } from './sample-history.ts';

const rulesOf = (history: History): RuleName[] => [...new Set(checkHistory(history).map(({ rule }) => rule))];

const one = posted(1, { id: 'one', by: 'agent', text: 'one' });
const two = posted(2, { id: 'two', by: 'agent', text: 'two' });
const [early, good] = [historyOf([one], []), historyOf([one, two], [])];

/** The row of a conversation as a list has it. */
function rowOf(history: History, life = 1): RowView[] {
  const beside = { position: 1, channel: 'web' as const, customer: { id: 'c', name: 'Ann', tier: 'member' as const } };
  return history.deskViews.map(({ viewer, state }) => ({ viewer, life, row: presentInboxRow(state.head, beside) }));
}

describe('screens and lists', () => {
  it('finds a screen that goes back, also over the death of its desk, and a page and a row that do', () => {
    expect(rulesOf({ ...good, deskViews: [...early.deskViews, ...good.deskViews] })).toEqual([]);
    expect(rulesOf({ ...good, deskViews: [...good.deskViews, ...early.deskViews] })).toEqual(['view-went-back']);
    expect(rulesOf({ ...good, pageViews: [...good.pageViews, ...early.pageViews] })).toEqual(['view-went-back']);
    expect(rulesOf({ ...good, rowViews: [...rowOf(good), ...rowOf(early)] })).toEqual(['view-went-back']);
  });

  it('lets a page and a list begin anew in another life', () => {
    expect(rulesOf({ ...good, pageViews: [...good.pageViews, ...early.pageViews.map((view) => ({ ...view, life: 2 }))] })).toEqual([]);
    expect(rulesOf({ ...good, rowViews: [...rowOf(good), ...rowOf(early, 2)] })).toEqual([]);
  });

  it('finds a row that the log never was', () => {
    expect(rulesOf({ ...good, rowViews: rowOf(good) })).toEqual([]);
    const untrue = rowOf(good).map((view) => ({ ...view, row: { ...view.row, unread: view.row.unread + 1 } }));
    expect(rulesOf({ ...good, rowViews: untrue })).toEqual(['view-is-prefix']);
  });

  it('finds words that were taken back in the list, in an older page and in the head, and files in their place', () => {
    const oops = { ...posted(1, { id: 'oops', by: 'agent', text: 'no, wait' }) };
    const [before, after] = [historyOf([oops], []), historyOf([oops, recalled(2, 'oops')], [])];
    expect(rulesOf({ ...after, rowViews: [...rowOf(before), ...rowOf(after)] })).toEqual([]);
    const remembered = rowOf(after).map((view) => ({ ...view, row: { ...view.row, last: { at: 1, by: 'agent' as const, text: 'no, wait' } } }));
    expect(rulesOf({ ...after, rowViews: remembered })).toContain('deleted-stays-deleted');
    const older = before.deskViews.map(({ viewer, conversationId, state }) => ({ viewer, conversationId, before: 2, asOf: 2, page: state.window }));
    expect(rulesOf({ ...after, olderPages: older })).toContain('deleted-stays-deleted');
    const inHead = after.deskViews.map((view) => ({ ...view, state: { ...view.state, head: { ...view.state.head, last: { seq: 1, at: 1, by: 'agent' as const, text: 'no, wait', contentId: null } } } }));
    expect(rulesOf({ ...after, deskViews: inHead })).toContain('deleted-stays-deleted');
    const file = { blobId: 'b', name: 'f.pdf', mediaType: 'application/pdf', bytes: 1 };
    const withFile = after.deskViews.map((view) => ({ ...view, state: { ...view.state, window: { ...view.state.window, items: view.state.window.items.map((item) => (item.kind === 'message' ? { ...item, attachments: [file] } : item)) } } }));
    expect(rulesOf({ ...after, deskViews: withFile })).toContain('deleted-stays-deleted');
  });
});

describe('what a customer is told', () => {
  const told = (event: object, prefix = '42/customer,["events",') => ({ ...good, customerFrames: [{ conversationId: 'c', text: `${prefix}[${JSON.stringify(event)}]]` }] });
  const tellable = { id: 'a', publicSeq: 1, at: 1, actor: { kind: 'agent', name: 'Lin' }, type: 'assignment.accepted', payload: {}, content: null };

  it('finds nothing in what they may know, as a push or as an answer', () => {
    expect(rulesOf(told(tellable))).toEqual([]);
    expect(rulesOf(told({ ok: true, value: { events: [tellable], more: false } }, '43/customer,7['))).toEqual([]);
    expect(rulesOf({ ...good, customerFrames: [{ conversationId: 'c', text: '2' }, { conversationId: 'c', text: '40/customer,{"sid":"x"}' }] })).toEqual([]);
  });

  it('finds a field, a type, an account and a number that are none of theirs', () => {
    expect(rulesOf(told({ ...tellable, payload: { agentId: AGENT } }))).toEqual(['staff-only']);
    expect(rulesOf(told({ ...tellable, type: 'ticket.escalated' }))).toEqual(['staff-only']);
    expect(rulesOf(told({ ...tellable, actor: { kind: 'agent', name: 'Lin', id: AGENT } }))).toEqual(['staff-only']);
    expect(rulesOf(told({ ...tellable, seq: 7 }))).toEqual(['staff-only']);
    expect(rulesOf(told({ ok: true, value: { events: [{ ...tellable, content: { evidence: [] } }] } }, '43/customer,7['))).toEqual(['staff-only']);
    expect(rulesOf(told({ ...tellable, type: 'message.posted', content: { text: `${STAFF_ONLY} 3` } }))).toEqual(['staff-only']);
  });
});
