import { describe, expect, it } from 'vitest';
import type { LogEvent } from '../../../src/shared/contracts/events/envelope.ts';
import { checkHistory } from './check-history.ts';
import type { History, Operation, RuleName } from './history.ts';
import { historyOf, operation, posted } from './sample-history.ts';

const hello = posted(1, { id: 'hello', by: 'customer', text: 'hello' });
const one = posted(2, { id: 'one', by: 'agent', text: 'one' });

const event = (seq: number, id: string, more: Pick<LogEvent, 'type' | 'payload'> & Partial<LogEvent>): LogEvent => ({ ...posted(seq, { id, by: 'agent', text: '' }), content: null, ...more });

/** Only what stands in the log and what was asked for; who asked for what counts from the first event on. */
function judge(events: readonly LogEvent[], operations: readonly Operation[], more: Partial<History> = {}): RuleName[] {
  const history = historyOf(events, operations);
  const logs = history.logs.map((log) => ({ ...log, past: 0 }));
  return [...new Set(checkHistory({ ...history, logs, deskViews: [], pageViews: [], finalPages: [], finalDesks: [], ...more }).map(({ rule }) => rule))];
}

const said = operation('hello', { by: hello.actor.id ?? '', seenSeq: null });
const asked = (id: string, type: string, payload: Operation['payload']): Operation => operation(id, { type, text: null, payload, place: 1 });

describe('what is done is what was asked for', () => {
  it('finds nothing in what was asked for and done', () => {
    expect(judge([hello, one], [said, operation('one')])).toEqual([]);
  });

  it('finds other words than were said, in a message, a note and an edit', () => {
    const wrong = { text: 'uno', attachments: [] };
    expect(judge([hello, one], [said, operation('one', { payload: wrong })])).toEqual(['not-as-asked']);
    const note = event(2, 'note', { type: 'note.posted', payload: {}, publicSeq: null, content: { text: 'no' } });
    expect(judge([hello, note], [said, asked('note', 'note.post', { text: 'yes' })])).toEqual(['not-as-asked']);
    const edited = event(3, 'edit', { type: 'message.edited', payload: { messageId: 'one', messageSeq: 2 }, content: { text: 'one', attachments: [], buttons: [] } });
    const acts = [said, operation('one')];
    expect(judge([hello, one, edited], [...acts, asked('edit', 'message.edit', { messageId: 'one', text: 'one' })])).toEqual([]);
    expect(judge([hello, one, edited], [...acts, asked('edit', 'message.edit', { messageId: 'one', text: 'another' })])).toEqual(['not-as-asked']);
  });

  it('finds an act by another name, in another conversation, and of another kind', () => {
    expect(judge([hello, { ...one, actor: { kind: 'agent', id: 'another' } }], [said, operation('one')])).toContain('not-as-asked');
    expect(judge([hello, one], [said, operation('one', { conversationId: 'another' })])).toContain('not-as-asked');
    expect(judge([hello, one], [said, asked('one', 'message.recall', { messageId: 'hello' })])).toContain('not-as-asked');
  });

  it('finds another amount, another colleague and another verdict than were meant', () => {
    const submitted = event(2, 'act', { type: 'action.submitted', payload: { actionId: 'act', kind: 'refund', orderNumber: 'O', orderVersion: 'v1' }, publicSeq: null, content: { arguments: { amount: 500 } } });
    const failed = event(3, 'failed', { type: 'action.failed', payload: { actionId: 'act', orderNumber: 'O' }, publicSeq: null });
    const execute = (amount: number) => [said, asked('act', 'action.execute', { kind: 'refund', orderNumber: 'O', orderVersion: 'v1', arguments: { amount } })];
    expect(judge([hello, submitted, failed], execute(500))).toEqual([]);
    expect(judge([hello, submitted, failed], execute(50))).toEqual(['not-as-asked']);
    const accepted = event(2, 'pass', { type: 'assignment.accepted', payload: { agentId: 'lin', how: 'transferred' } });
    const transfer = (id: string) => [said, asked('pass', 'conversation.transfer', { to: { kind: 'agent', id }, note: '' })];
    expect(judge([hello, accepted], transfer('lin'))).toEqual([]);
    expect(judge([hello, accepted], transfer('wen'))).toEqual(['not-as-asked']);
    const declined = event(2, 'word', { type: 'action.declined', payload: { actionId: 'act' }, publicSeq: null });
    expect(judge([hello, declined], [said, asked('word', 'action.decide', { actionId: 'act', verdict: 'approved' })])).toEqual(['not-as-asked']);
  });

  it('finds what nobody asked for', () => {
    expect(judge([hello, one], [said])).toEqual(['not-as-asked']);
    expect(judge([hello, one], [operation('one')])).toEqual(['not-as-asked']);
    expect(judge([hello, { ...one, actor: { kind: 'system', id: 'dispatch' } }], [said])).toEqual([]);
    const executed = event(2, 'done', { type: 'action.executed', payload: { actionId: 'act', orderNumber: 'O', orderVersion: 'v2' } });
    expect(judge([hello, executed], [said])).toEqual(['not-as-asked']);
  });

  it('finds an act that stands twice under its own id, in one append or in two', () => {
    const again = posted(3, { id: 'one', by: 'agent', text: 'uno' });
    expect(judge([hello, one, again], [said, operation('one')])).toEqual(['doubled']);
    expect(judge([hello, one, { ...again, at: one.at }], [said, operation('one')])).toEqual(['doubled']);
  });

  it('finds a resolve and a move of a ticket whose author had not seen what became of it', () => {
    const moved = (seq: number, id: string, to: string): LogEvent => event(seq, id, { type: 'ticket.state-changed', payload: { ticketId: 't', from: 'open', to }, publicSeq: null });
    const theirs: LogEvent = { ...moved(2, 'theirs', 'pending'), actor: { kind: 'agent', id: 'another' } };
    const change = (id: string, state: string): Operation => asked(id, 'ticket.change', { ticketId: 't', ticketVersion: 1, state });
    const colleague = { ...change('theirs', 'pending'), by: 'another', place: 0, seenSeq: 1 };
    const mine = (seenSeq: number): Operation => ({ ...change('mine', 'on-hold'), seenSeq });
    const log = [hello, theirs, moved(3, 'mine', 'on-hold')];
    expect(judge(log, [said, colleague, mine(2)])).toEqual([]);
    expect(judge(log, [said, colleague, mine(1)])).toEqual(['stale-act']);
    const resolved = event(3, 'end', { type: 'episode.resolved', payload: { episode: 1, disposition: 'solved' }, publicSeq: 2 });
    const end = (seenSeq: number): Operation => ({ ...asked('end', 'episode.resolve', { disposition: 'solved', ticketVersion: 1 }), seenSeq });
    expect(judge([hello, theirs, resolved], [said, colleague, end(2)])).toEqual([]);
    expect(judge([hello, theirs, resolved], [said, colleague, end(1)])).toEqual(['stale-act']);
  });
});
