import { expect, it } from 'vitest';
import { foldConversation } from '../../../shared/domain/reducers/reduce-conversation.ts';
import { initialConversation } from '../../../shared/domain/reducers/initial-head.ts';
import { createLog, CONVERSATION, CUSTOMER, ME, SHOP, START } from '../../bridge/scripted-main.ts';
import type { LogEvent } from '../../../shared/contracts/events/envelope.ts';
import { buildTranscript, isSameRow, type TranscriptRow } from './build-transcript.ts';

const MINUTE = 60_000;
const AGENT = { kind: 'agent', id: ME } as const;
const said = (text: string) => ({ type: 'message.posted', payload: { language: 'en' }, content: { text, attachments: [], buttons: [] } });

function rowsOf(events: readonly LogEvent[], newAfter = 1000): TranscriptRow[] {
  const { head, window } = foldConversation(initialConversation({ conversationId: CONVERSATION, shopId: SHOP, customerId: CUSTOMER, language: 'en' }), events).state;
  return buildTranscript({ items: window.items, pending: [], head, me: ME, newAfter, dayOf: (instant) => String(Math.floor(instant / 86_400_000)) });
}

const kinds = (rows: readonly TranscriptRow[]): string[] => rows.map(({ kind }) => kind);

it('puts a day line where a day begins', () => {
  const event = createLog();
  expect(kinds(rowsOf([event(said('a')), event({ ...said('b'), at: START + 86_400_000 })]))).toEqual(['day', 'message', 'day', 'message']);
});

it('joins what one speaker says within a minute', () => {
  const event = createLog();
  const rows = rowsOf([event(said('a')), event(said('b')), event({ ...said('c'), at: START + 3 * MINUTE }), event({ ...said('d'), actor: AGENT, at: START + 3 * MINUTE })]);
  expect(rows.map((row) => row.kind === 'message' && row.isContinued)).toEqual([false, false, true, false, false]);
});

it('draws one line above the first news, with their number; own messages are no news', () => {
  const event = createLog();
  const rows = rowsOf([event(said('old')), event({ ...said('mine'), actor: AGENT }), event(said('new')), event(said('newer'))], 1);
  expect(kinds(rows)).toEqual(['day', 'message', 'message', 'new', 'message', 'message']);
  expect(rows.find((row) => row.kind === 'new')).toMatchObject({ count: 2 });
});

it('says how far only the newest message of ours came', () => {
  const event = createLog();
  const events = [event({ ...said('one'), actor: AGENT }), event({ ...said('two'), actor: AGENT })];
  events.push(event({ type: 'read.advanced', payload: { by: 'customer', upToSeq: 2, upToPublicSeq: 2 } }));
  expect(rowsOf(events).map((row) => row.kind === 'message' && row.delivery)).toEqual([false, null, 'read']);
});

it('hands a bot message what was understood of the message it answers', () => {
  const event = createLog();
  const question = event(said('where is it'));
  const understood = event({ type: 'turn.understood', payload: { messageSeq: 1, intent: 'track-order', confidence: 0.9, abstained: false, runnersUp: [], sentiment: 0, missingSlots: [], orderNumber: null, milliseconds: 3, modelVersion: '1' }, content: { slots: {}, evidence: [] } });
  const answer = event({ ...said('on its way'), actor: { kind: 'bot', id: 'bot' } });
  const trace = event({ type: 'bot.answered', payload: { messageId: answer.id, messageSeq: 3, answersSeq: 1, sources: [], milliseconds: 40 } });
  const last = rowsOf([question, understood, answer, trace]).at(-1);
  expect(last?.kind === 'message' && last.understood?.intent).toBe('track-order');
});

it('calls rows the same while nothing of theirs changed', () => {
  const event = createLog();
  const events = [event(said('a')), event(said('b'))];
  const [before, after] = [rowsOf(events), rowsOf([...events, event(said('c'))])];
  expect(before.every((row, index) => isSameRow(row, before[index] ?? row) && (after[index] === undefined || after[index].kind === row.kind))).toBe(true);
});
