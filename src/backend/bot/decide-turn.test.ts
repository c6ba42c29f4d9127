import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ConversationHead } from '../../shared/contracts/conversation-state.ts';
import type { Language } from '../../shared/contracts/basics.ts';
import { initialHead } from '../../shared/domain/reducers/initial-head.ts';
import { readDemoData } from '../integrations/shop/demo/demo-data.ts';
import { demoId } from '../integrations/shop/demo/demo-id.ts';
import { createDemoShop } from '../integrations/shop/demo/demo-shop.ts';
import { createKnowledge } from '../modules/knowledge/knowledge.ts';
import { loadKnowledge } from '../modules/knowledge/load-knowledge.ts';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { decideTurn } from './decide-turn.ts';
import { hearAnswer } from './hear-answer.ts';
import { findOrder } from './routes/order.ts';
import { extractSlots } from './slots.ts';
import type { TurnInput } from './turn.ts';

const resources = path.resolve(import.meta.dirname, '../../../resources/demo-shop');
const START = Date.UTC(2026, 10, 20, 12);
const now = () => START;
const data = await readDemoData(resources);
const shop = createDemoShop({ data, folder: mkdtempSync(path.join(tmpdir(), 'baton-bot-')), now });
const knowledge = createKnowledge(await loadKnowledge(resources, START), now);

const HEAD = initialHead({ conversationId: 'c', shopId: 's', customerId: 'x', language: 'zh' });

type Said = {
  readonly text: string;
  readonly intent: string;
  readonly confidence?: number;
  readonly abstained?: boolean;
  readonly second?: { readonly label: string; readonly confidence: number };
  readonly choice?: string;
  readonly choiceUnder?: number;
  readonly photos?: number;
  readonly customer?: string | null;
  readonly language?: Language;
  readonly head?: Partial<ConversationHead>;
};

/** A customer's message as the bot gets it, in a fresh episode unless told otherwise. */
async function turnOn(said: Said) {
  const orders = said.customer === null ? [] : await shop.listOrders(demoId('customer', said.customer ?? 'chen-xiaoman'));
  const input: Omit<TurnInput, 'offers'> = {
    text: said.text,
    language: said.language ?? 'zh',
    reading: { intent: said.intent, confidence: said.confidence ?? 0.9, abstained: said.abstained ?? false, runnersUp: said.second ? [said.second] : [] },
    slots: extractSlots(said.text, { orders, findProducts: knowledge.findProducts, attachmentCount: said.photos ?? 0 }),
    messageSeq: 5,
    choice: said.choice ?? null,
    choiceUnder: said.choiceUnder ?? null,
    head: { ...HEAD, holder: { kind: 'bot' }, ...said.head, bot: { ...HEAD.bot, ...said.head?.bot } },
    tier: 'gold',
    identified: said.customer !== null,
    orders,
    knowledge,
    timeZone: 'Asia/Shanghai',
  };
  const order = findOrder(input);
  return decideTurn({ ...input, offers: order ? await shop.listActions(order) : [] });
}

/** An order as the source of what the bot has said. */
const orderOf = (ref: string) => ({ kind: 'order' as const, ref, version: '1', label: { zh: ref, en: ref } });

/** A customer one of whose parcels is in this state. */
const customerWith = (shipment: string): { customer: string; number: string } => {
  const order = data.orders.find((candidate) => candidate.shipments.at(-1)?.state === shipment);
  return { customer: order?.customer ?? '', number: order?.number ?? '' };
};

describe('the bot', () => {
  it('answers where an order is from its live data, with the order as source', async () => {
    const { customer, number } = customerWith('stalled');
    const turn = await turnOn({ text: `${number} 到哪了`, intent: 'track-order', customer });
    expect(turn).toMatchObject({ kind: 'answer', sources: [{ kind: 'order', ref: number }] });
  });

  it('asks which order when there are several and none is named', async () => {
    expect(await turnOn({ text: '我的快递到哪了', intent: 'track-order' })).toMatchObject({ kind: 'clarify', slot: 'orderNumber' });
  });

  it('never opens an order of somebody else', async () => {
    const stranger = data.orders.find((order) => order.customer !== 'chen-xiaoman')?.number ?? '';
    expect(await turnOn({ text: `${stranger} 到哪了`, intent: 'track-order' })).toMatchObject({ kind: 'clarify', slot: 'orderNumber' });
  });

  it('tells an unknown visitor to sign in instead of guessing', async () => {
    expect(await turnOn({ text: '我的快递到哪了', intent: 'track-order', customer: null })).toMatchObject({ kind: 'answer', sources: [], buttons: [{ id: 'human' }] });
  });

  it('walks product to material to care for a washing question', async () => {
    const turn = await turnOn({ text: '羊毛衫洗了会缩水吗', intent: 'material-care', customer: null });
    expect(turn).toMatchObject({ kind: 'answer', sources: [{ kind: 'graph' }, { kind: 'article' }] });
  });

  it('proposes to hurry a parcel, and does it only on yes', async () => {
    const { customer, number } = customerWith('stalled');
    const proposed = await turnOn({ text: `${number} 能催一下吗`, intent: 'urge-delivery', customer });
    expect(proposed).toMatchObject({ kind: 'propose', action: 'urge-delivery', buttons: [{ id: 'confirm-yes' }, { id: 'confirm-no' }] });
    const proposal = { action: 'urge-delivery', orderNumber: number, messageSeq: 3 };
    const tried = [{ step: 'proposed', intent: 'urge-delivery', sources: [orderOf(number)] }];
    const head = { bot: { ...HEAD.bot, proposal, tried } };
    expect(await turnOn({ text: '好的', intent: 'confirm-yes', customer, head })).toMatchObject({ kind: 'act', action: 'urge-delivery', orderNumber: number });
    expect(await turnOn({ text: '算了', intent: 'confirm-no', customer, head })).toMatchObject({ kind: 'drop' });
    expect(await turnOn({ text: '嗯？', intent: 'confirm-yes', confidence: 0.4, customer, head })).not.toMatchObject({ kind: 'act' });
  });

  it('does no old proposal on an "ok" to something else', async () => {
    const { customer, number } = customerWith('stalled');
    const proposal = { action: 'urge-delivery', orderNumber: number, messageSeq: 3 };
    const proposed = { step: 'proposed', intent: 'urge-delivery', sources: [orderOf(number)] };
    for (const step of ['answered', 'clarified', 'asked-orderNumber']) {
      const head = { bot: { ...HEAD.bot, proposal, tried: [proposed, { step, intent: 'shop-hours', sources: [] }] } };
      for (const intent of ['confirm-yes', 'confirm-no']) expect((await turnOn({ text: '好的', intent, customer, head })).kind).not.toMatch(/act|drop/u);
    }
  });

  it('takes a button for a word on the proposal above it alone', async () => {
    const { customer, number } = customerWith('stalled');
    const proposal = { action: 'urge-delivery', orderNumber: number, messageSeq: 3 };
    const tried = [{ step: 'proposed', intent: 'urge-delivery', sources: [orderOf(number)] }, { step: 'answered', intent: 'shop-hours', sources: [] }];
    const head = { bot: { ...HEAD.bot, proposal, tried } };
    const pressed = { text: '好的', intent: 'confirm-yes', choice: 'confirm-yes', customer, head };
    expect(await turnOn({ ...pressed, choiceUnder: 3 })).toMatchObject({ kind: 'act', orderNumber: number });
    expect(await turnOn({ ...pressed, choiceUnder: 3, choice: 'confirm-no' })).toMatchObject({ kind: 'drop' });
    expect((await turnOn({ ...pressed, choiceUnder: 1 })).kind).not.toBe('act');
    expect((await turnOn({ ...pressed, head: { bot: { ...head.bot, tried: tried.slice(0, 1) } } })).kind).not.toBe('act');
  });

  it('proposes the same for the same order once: left open, a person decides; refused, it may be asked for again', async () => {
    const { customer, number } = customerWith('stalled');
    const said = { text: `${number} 能催一下吗`, intent: 'urge-delivery', customer };
    const at = (order: string) => ({ step: 'proposed', intent: 'urge-delivery', sources: [orderOf(order)] });
    const after = async (bot: Partial<ConversationHead['bot']>) => (await turnOn({ ...said, head: { bot: { ...HEAD.bot, ...bot } } })).kind;
    const open = (orderNumber: string) => ({ action: 'urge-delivery', orderNumber, messageSeq: 3 });
    const dropped = { step: 'dropped', intent: 'confirm-no', sources: [] };
    expect(await after({ proposal: open(number), tried: [at(number)] })).toBe('hand-off');
    expect(await after({ proposal: open('B0000-0001'), tried: [at(number), at('B0000-0001')] })).toBe('hand-off');
    expect(await after({ proposal: null, tried: [at(number), at('B0000-0001'), dropped] })).toBe('hand-off');
    expect(await after({ proposal: null, tried: [at(number), dropped] })).toBe('propose');
    expect(await after({ proposal: open('B0000-0001'), tried: [at('B0000-0001')] })).toBe('propose');
  });

  it('asks one question when two intents are close', async () => {
    const turn = await turnOn({ text: '退货退款', intent: 'return-request', confidence: 0.4, second: { label: 'refund-request', confidence: 0.35 } });
    expect(turn).toMatchObject({ kind: 'clarify', between: ['return-request', 'refund-request'] });
  });

  it('nods to a yes that answers nothing, instead of handing off', async () => {
    expect(await turnOn({ text: '好的', intent: 'confirm-yes' })).toMatchObject({ kind: 'answer', sources: [{ kind: 'reply' }] });
  });

  it('takes the button that was pressed for the intent', async () => {
    const turn = await turnOn({ text: '会员', intent: 'refund-request', confidence: 0.31, choice: 'intent:membership' });
    expect(turn).toMatchObject({ kind: 'answer', sources: [{ kind: 'article' }] });
  });

  it('says once that it does not understand, and hands off the second time', async () => {
    expect(await turnOn({ text: '天上有几颗星', intent: 'greeting', abstained: true })).toMatchObject({ kind: 'answer', sources: [] });
    expect(await turnOn({ text: '天上有几颗星', intent: 'greeting', abstained: true, head: { bot: { ...HEAD.bot, failures: 1 } } })).toEqual({ kind: 'hand-off', reason: 'cannot-answer' });
  });

  it('asks for photos of damage, and hands off with them', async () => {
    expect(await turnOn({ text: 'B2048-7713 杯子碎了', intent: 'damaged-item' })).toMatchObject({ kind: 'clarify', slot: 'photos' });
    expect(await turnOn({ text: 'B2048-7713 杯子碎了', intent: 'damaged-item', photos: 2 })).toEqual({ kind: 'hand-off', reason: 'policy' });
  });

  it.each([
    ['the customer asks for a person', { text: '转人工', intent: 'human-request' }, 'customer-asks'],
    ['the customer threatens', { text: '再不处理我就投诉', intent: 'complaint-threat' }, 'risk'],
    ['a risk is flagged on this message', { text: '我要曝光你们', intent: 'review-question', head: { openFlags: [{ flagId: 'f', messageSeq: 5, kind: 'media', band: 'likely' }] } }, 'risk'],
    ['the mood is bad', { text: '烦死了', intent: 'track-order', head: { mood: { level: -0.6, trend: [-0.5, -0.6] } } }, 'negative-mood'],
    ['a first message is furious', { text: '气死了', intent: 'track-order', head: { mood: { level: -0.9, trend: [-0.9] } } }, 'negative-mood'],
    ['an address must be changed by a person', { text: 'B2048-7713 改地址', intent: 'address-change' }, 'policy'],
  ] as const)('hands off when %s', async (_name, said, reason) => {
    expect(await turnOn(said as Said)).toEqual({ kind: 'hand-off', reason });
  });

  it('never says the same article twice as if it were an answer', async () => {
    const first = await turnOn({ text: '你们几点上班', intent: 'shop-hours' });
    const sources = first.kind === 'answer' ? [...first.sources] : [];
    const tried = [{ step: 'answered', intent: 'shop-hours', sources }];
    const second = await turnOn({ text: '你们几点上班', intent: 'shop-hours', head: { bot: { ...HEAD.bot, tried } } });
    expect(second).not.toEqual(first);
  });

  it('speaks the language of the conversation', async () => {
    const turn = await turnOn({ text: 'what are your opening hours', intent: 'shop-hours', language: 'en' });
    expect(turn.kind === 'answer' && /[a-z]/u.test(turn.text) && !/\p{Script=Han}/u.test(turn.text)).toBe(true);
  });

  it('goes on with the problem when its question is answered in words that say nothing else', async () => {
    const asked = { ...HEAD.bot, lastIntent: 'damaged-item', tried: [{ step: 'asked-photos', intent: 'damaged-item', sources: [] }] };
    const head = { ...HEAD, holder: { kind: 'bot' as const }, bot: asked };
    const reading = { intent: 'privacy-delete', confidence: 0.74, abstained: false, runnersUp: [] };
    expect(hearAnswer(reading, head).abstained).toBe(true);
    expect(hearAnswer({ ...reading, confidence: 0.95 }, head).abstained).toBe(false);
    expect(hearAnswer({ ...reading, intent: 'human-request' }, head).abstained).toBe(false);
    expect(hearAnswer(reading, { ...head, bot: HEAD.bot }).abstained).toBe(false);
    const number = data.orders.find(({ customer }) => customer === 'chen-xiaoman')?.number ?? '';
    expect(await turnOn({ text: '现在拍不了照', intent: 'privacy-delete', confidence: 0.74, abstained: true, head: { bot: asked, orderNumber: number } })).toEqual({ kind: 'hand-off', reason: 'policy' });
  });
});
