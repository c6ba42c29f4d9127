import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createRiskReader, findRisks, type RiskLexicon } from '../../../src/assist/index.ts';
import { extractSlots } from '../../../src/backend/bot/slots.ts';
import { findPromises } from '../../../src/backend/modules/handoff/find-promises.ts';
import { createKnowledge } from '../../../src/backend/modules/knowledge/knowledge.ts';
import { loadKnowledge } from '../../../src/backend/modules/knowledge/load-knowledge.ts';
import { initialHead } from '../../../src/shared/domain/reducers/initial-head.ts';
import type { ConversationState, MessageItem } from '../../../src/shared/contracts/conversation-state.ts';
import { LIMITS } from '../../../src/shared/lib/limits.ts';

const resources = path.join(import.meta.dirname, '../../../resources');
/** The rules alone, without the model beside them. */
const risks = createRiskReader(JSON.parse(await readFile(path.join(resources, 'lexicons/risk.json'), 'utf8')) as RiskLexicon);
const kindsOf = (text: string) => findRisks(risks, text).map(({ kind }) => kind);
const knowledge = createKnowledge(await loadKnowledge(path.join(resources, 'demo-shop'), 0), () => 0);

/** As long as a message may be. */
const full = (piece: string): string => [...piece.repeat(LIMITS.messageCodePoints)].slice(0, LIMITS.messageCodePoints).join('');
const slotsOf = (text: string) => extractSlots(text, { orders: [], findProducts: () => [], attachmentCount: 0 });

/** So often that what takes a second each time is far beyond a test's time, and what takes milliseconds far within it. */
const often = (read: () => void): void => {
  for (let time = 0; time < 30; time += 1) read();
};

const said = (text: string): ConversationState => {
  const message: MessageItem = {
    kind: 'message', seq: 1, at: 0, actor: { kind: 'bot', id: 'bot' }, id: 'm', contentId: 'c', language: 'en', text, attachments: [], buttons: [], choice: null,
    edited: false, recalled: false, flags: [], understanding: null, trace: null,
  };
  return { head: initialHead({ conversationId: 'c', shopId: 's', customerId: 'x', language: 'en' }), window: { from: 1, to: 1, items: [message] } };
};

describe('one long message does not stop the backend', () => {
  // U+2473 becomes two digits when it is folded.
  it.each(['1', '\u2473', '1 ', '1.', '¥1'])('of nothing but %j, read for an amount', (piece) => {
    const text = full(piece);
    often(() => expect(slotsOf(text)['amount']?.length ?? 0).toBeLessThan(13));
  });

  it('of spaces before Han, read for products', () => {
    const text = `a${full(' ')}a好`;
    often(() => expect(knowledge.findProducts(text)).toEqual([]));
  });

  it.each(['不想投诉', 'card'])('of nothing but %j, read for risks', (piece) => {
    const text = full(piece);
    often(() => expect(kindsOf(text)).toEqual([]));
  });

  it.each(['1', ' '])('of a digit and nothing but %j, read for promises', (piece) => {
    expect(findPromises(said(`1${full(piece)}`))).toEqual([]);
  });
});

describe('what is read in a message of the usual length', () => {
  it.each([
    ['退我 128.50 元', '128.50'], ['赔 30块', '30'], ['¥99.9 不对', '99.9'], ['￥1288', '1288'], ['20 yuan', '20'],
    ['1234567890123元', undefined], ['¥1234567890123', undefined], ['没有数字', undefined],
  ])('%s has the amount %s', (text, amount) => {
    expect(slotsOf(text)['amount']).toBe(amount);
  });

  it('a promise names its time however it is written', () => {
    for (const text of ['我们会在 24 小时内发货', '将于3-5天退款', "We'll ship it in 2 – 3 days", '明天给您补发']) expect(findPromises(said(text))).toHaveLength(1);
    expect(findPromises(said('我们会尽快发货'))).toEqual([]);
  });

  it('what is not meant takes nothing from a risk beside it', () => {
    expect(kindsOf('我不想投诉')).not.toContain('complaint-platform');
    expect(kindsOf('我不想投诉，可是再这样我要去平台投诉你们')).toContain('complaint-platform');
    expect(kindsOf('我要去平台投诉你们，投诉进度怎么看')).toContain('complaint-platform');
  });
});
