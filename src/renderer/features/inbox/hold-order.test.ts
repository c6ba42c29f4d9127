import { describe, expect, it } from 'vitest';
import type { InboxRow } from '../../../shared/contracts/inbox.ts';
import { arrangeSections, urgencyOf, type Arrangement } from './arrange-sections.ts';
import { heldOrder, released } from './hold-order.ts';
import { listEntries } from './list-entries.ts';

const ME = 'me';
const NOW = 1_800_000_000_000;

const row = (id: string, change: Partial<InboxRow> = {}): InboxRow => ({
  conversationId: id, shopId: 's', seq: 1, position: 1, customer: { id: `c-${id}`, name: id, tier: 'member' }, channel: 'web', language: 'en', status: 'open',
  holder: { kind: 'agent', agentId: ME, since: NOW }, waitingSince: null, last: null, mood: { level: 0, trend: [] }, flags: [], unread: 0, sla: null,
  snoozedUntil: null, orderNumber: null, intent: null, openActions: 0, approvals: [], ...change,
});

const arrange = (...rows: InboxRow[]): Arrangement => arrangeSections(rows, { me: ME, role: 'agent', now: NOW });
const waiting = (id: string, seconds: number, change: Partial<InboxRow> = {}): InboxRow => row(id, { waitingSince: NOW - seconds * 1000, ...change });

describe('sections', () => {
  it('put each conversation where it belongs', () => {
    const arranged = arrange(
      waiting('waits', 10),
      row('answered'),
      row('queued', { holder: { kind: 'queue', queueId: 'q', since: NOW } }),
      row('botted', { holder: { kind: 'bot' } }),
      waiting('asleep', 10, { snoozedUntil: NOW + 1 }),
      row('theirs', { holder: { kind: 'agent', agentId: 'other', since: NOW } }),
      row('over', { status: 'resolved' }),
    );
    expect(arranged).toEqual({ now: ['waits'], mine: ['answered'], queue: ['queued'], bot: ['botted'], snoozed: ['asleep'], others: ['theirs'] });
  });

  it('show a lead what waits for a decision, and nobody their own proposal', () => {
    const proposed = row('proposed', { holder: { kind: 'agent', agentId: 'other', since: NOW }, approvals: ['other'] });
    const own = row('own', { holder: { kind: 'agent', agentId: 'other', since: NOW }, approvals: [ME] });
    expect(arrangeSections([proposed, own], { me: ME, role: 'lead', now: NOW })).toMatchObject({ now: ['proposed'], others: ['own'] });
    expect(arrange(proposed).others).toEqual(['proposed']);
  });

  it('bring a snoozed conversation back when its time has come', () => {
    expect(arrange(waiting('awake', 10, { snoozedUntil: NOW })).now).toEqual(['awake']);
  });

  it('rank by waiting, then by promise, mood, flags and tier', () => {
    expect(arrange(waiting('short', 10), waiting('long', 200)).now).toEqual(['long', 'short']);
    const breached = waiting('late', 10, { sla: { startedAt: NOW - 20_000, dueAt: NOW - 1, breached: true } });
    expect(arrange(waiting('plain', 60), breached).now).toEqual(['late', 'plain']);
    expect(urgencyOf(waiting('a', 10, { mood: { level: -0.9, trend: [] } }), NOW)).toBeGreaterThan(urgencyOf(waiting('b', 10), NOW));
  });
});

describe('a list under the hand', () => {
  const shown = arrange(waiting('a', 100), waiting('b', 50));

  it('keeps every row in its place, whatever it turns into', () => {
    const answered = arrange(row('a'), waiting('b', 50));
    expect(heldOrder(shown, answered).shown).toBe(shown);
  });

  it('marks where a new row wants to enter, and lets it in only when the hand is gone', () => {
    const grown = arrange(waiting('a', 100), waiting('new', 70), waiting('b', 50));
    const held = heldOrder(shown, grown);
    expect(held.shown.now).toEqual(['a', 'b']);
    expect([...held.entering]).toEqual(['b']);
    expect(released(grown).shown.now).toEqual(['a', 'new', 'b']);
  });

  it('draws the mark on the row it would stand before', () => {
    const held = heldOrder(shown, arrange(waiting('new', 300), waiting('a', 100), waiting('b', 50)));
    const marked = listEntries(held, new Set()).filter((entry) => entry.kind === 'row' && entry.isEntryBefore);
    expect(marked.map(({ key }) => key)).toEqual(['a']);
  });
});

it('folds sections to their heads and leaves out a colleagues section without anybody', () => {
  const entries = listEntries(released(arrange(waiting('a', 1))), new Set(['now']));
  expect(entries.map(({ key }) => key)).toEqual(['now', 'mine', 'queue', 'bot', 'snoozed']);
});
