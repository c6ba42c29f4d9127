import { describe, expect, it } from 'vitest';
import type { Button } from '../shared/contracts/message.ts';
import type { ThreadItem } from '../shared/domain/reducers/reduce-thread.ts';
import { readStimulus } from './read-stimulus.ts';

type By = ThreadItem['by']['kind'];
const place = (by: By) => ({ publicSeq: 1, at: 0, by: { kind: by, name: null } });
const message = (by: By, text: string, buttons: readonly Button[] = []): ThreadItem => ({ kind: 'message', id: 'm', content: { text, attachments: [], buttons: [...buttons] }, edited: false, recalled: false, ...place(by) });
const line = (code: string): ThreadItem => ({ kind: 'line', code, ...place('system') });
const button = (id: string): Button => ({ id, label: id });

describe('what a customer makes of what they read', () => {
  it.each<[string, readonly ThreadItem[], string | undefined]>([
    ['nothing of their own words', [message('customer', '在吗？')], undefined],
    ['a question for the order', [message('bot', '请问是哪一笔订单？', [button('order:1')])], 'asks-order'],
    ['a question for the topic', [message('bot', '您是想问哪一个？', [button('intent:a'), button('intent:b')])], 'asks-which'],
    ['a proposal', [message('bot', '要现在登记吗？', [button('confirm-yes'), button('confirm-no')])], 'proposes'],
    ['an offer of a person', [message('bot', '没明白', [button('human')])], 'offers-person'],
    ['a wish for photos', [message('bot', 'Could you send one or two photos?')], 'asks-photo'],
    ['an answer', [message('bot', '一般 3 天到。')], 'answers'],
    ['a person who asks', [message('agent', '请问地址对吗？')], 'person-asks'],
    ['a person who wants the number', [message('agent', '方便告诉我订单号吗？')], 'asks-order-number'],
    ['a person who explains', [message('agent', '已经为您登记补发。')], 'person-says'],
    ['the handoff, not the farewell beside it', [line('queue.entered'), message('bot', '马上为您转接。')], 'queued'],
    ['the person, not the queue before', [line('queue.entered'), line('assignment.accepted')], 'person-came'],
    ['the end', [message('agent', '再见'), line('episode.resolved')], 'resolved'],
    ['nothing of a line without meaning', [line('episode.reopened')], undefined],
  ])('%s', (_, items, kind) => {
    expect(readStimulus(items)?.kind).toBe(kind);
  });
});
