import { describe, expect, it } from 'vitest';
import type { InboxRow } from '../../../shared/contracts/inbox.ts';
import { decideNotice, waitingOfMine } from './decide-notices.ts';

const me = 'me';
const agent = (agentId: string) => ({ kind: 'agent', agentId, since: 0 }) as const;
const row = (change: Partial<InboxRow> = {}): InboxRow => ({
  conversationId: 'c', shopId: 's', seq: 1, position: 1, customer: { id: 'x', name: 'Mira', tier: 'gold' }, channel: 'web', language: 'en', status: 'open', holder: agent(me),
  waitingSince: null, last: null, mood: { level: 0, trend: [] }, flags: [], unread: 0, sla: null, snoozedUntil: null, orderNumber: null, intent: null, openActions: 0, approvals: [], ...change,
});

describe('a notice', () => {
  it.each([
    ['a new assignment', null, row(), 'show'],
    ['a taking over from the queue', row({ holder: { kind: 'queue', queueId: 'q', since: 0 } }), row(), 'show'],
    ['a new message', row({ unread: 1 }), row({ unread: 2 }), 'show'],
    ['reading', row({ unread: 1 }), row(), 'withdraw'],
    ['handing on', row(), row({ holder: agent('other') }), 'withdraw'],
    ['resolving', row(), row({ status: 'resolved', holder: { kind: 'none' } }), 'withdraw'],
    ['my own reply', row(), row({ seq: 2 }), 'none'],
    ["somebody else's", null, row({ holder: agent('other'), unread: 3 }), 'none'],
  ] as const)('for %s', (...[, before, after, kind]) => {
    expect(decideNotice({ before, after }, { me, role: 'agent', isLookedAt: false }).kind).toBe(kind);
  });

  it('is not needed for what is looked at', () => {
    expect(decideNotice({ before: row(), after: row({ unread: 1 }) }, { me, role: 'agent', isLookedAt: true })).toEqual({ kind: 'none' });
  });

  it('of a colleague\'s proposal reaches who may decide it, until it is decided', () => {
    const others = row({ holder: agent('other') });
    const asked = { ...others, approvals: ['other'] };
    const kindFor = (role: 'agent' | 'lead', before: InboxRow, after: InboxRow): string => decideNotice({ before, after }, { me, role, isLookedAt: false }).kind;
    expect(kindFor('lead', others, asked)).toBe('show');
    expect(kindFor('lead', asked, others)).toBe('withdraw');
    expect(kindFor('agent', others, asked)).toBe('none');
    expect(kindFor('lead', others, { ...others, approvals: [me] })).toBe('none');
  });

  it('of waiting counts mine that are not snoozed, the longest first', () => {
    const rows = [row({ conversationId: 'a', waitingSince: 20 }), row({ conversationId: 'b', waitingSince: 10 }), row({ waitingSince: 5, snoozedUntil: 99 }), row({ waitingSince: 1, holder: agent('other') })];
    expect(waitingOfMine(rows, me).map(({ conversationId }) => conversationId)).toEqual(['b', 'a']);
  });
});
