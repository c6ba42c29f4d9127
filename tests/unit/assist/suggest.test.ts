import { describe, expect, it } from 'vitest';
import {
  decodeReplyModel, encodeReplyModel, explainRank, createReranker, createSearchIndex, learnReply, rankReplies, rememberReply, type ReplyPair, suggestReplies, trainReplyModel,
} from '../../../src/assist/index.ts';

const topics: readonly [string, string][] = [
  ['我的快递到哪了', '您的包裹正在派送，请留意电话'], ['什么时候退款', '退款一到三个工作日原路到账'], ['这件衣服会缩水吗', '纯棉面料建议冷水手洗'],
  ['能开发票吗', '可以的，请提供抬头和税号'], ['尺码怎么选', '请告诉我身高体重，帮您推荐尺码'], ['杯子碎了', '非常抱歉，马上为您补发'],
];
const variants = ['请问', '你好，', '亲，', '麻烦看下', ''];
const pairs: ReplyPair[] = variants.flatMap((start) => topics.map(([question, reply]) => ({ context: [{ role: 'customer', text: start + question }], reply })));
const model = trainReplyModel(pairs, 1);

describe('replies', () => {
  it.each(topics)('puts the right answer to %s first', (question, reply) => {
    const ranked = rankReplies(model, [{ text: `您好 ${question}` }], topics.map(([, candidate]) => candidate));
    expect(ranked[0]?.reply).toBe(reply);
    expect(Object.keys(ranked[0]?.parts ?? {})).toEqual(['encoder', 'words', 'history']);
  });

  it('are the same from the same pairs and seed, and after storing', () => {
    const again = trainReplyModel(pairs, 1);
    expect(encodeReplyModel(again)).toEqual(encodeReplyModel(model));
    const stored = decodeReplyModel(encodeReplyModel(model), pairs);
    expect(stored.ok && suggestReplies(stored.value, [{ text: '快递呢' }])).toEqual(suggestReplies(model, [{ text: '快递呢' }]));
  });

  it('are silent when the history knows nothing like it', () => {
    expect(suggestReplies(model, [{ text: 'xyzzy' }])).toEqual([]);
  });

  it('learn from one use: the sent reply can be suggested, the rejected one sinks', () => {
    const taught = trainReplyModel(pairs, 1);
    const context = [{ text: '杯子碎了怎么办' }];
    const first = suggestReplies(taught, context)[0];
    learnReply(taught, { kind: 'edited', context, source: first?.source ?? 0, sent: '抱歉，明天给您重发一套新的' });
    expect(suggestReplies(taught, context, 5).map((suggestion) => suggestion.reply)).toContain('抱歉，明天给您重发一套新的');
    const before = suggestReplies(taught, context, 9).find((suggestion) => suggestion.reply === first?.reply)?.feedback ?? 0;
    for (let time = 0; time < 5; time += 1) learnReply(taught, { kind: 'rejected', context, source: first?.source ?? 0 });
    const after = suggestReplies(taught, context, 9).find((suggestion) => suggestion.source === first?.source)?.feedback ?? 0;
    expect(after).toBeLessThan(before);
  });

  it('may be remembered without feedback', () => {
    const grown = trainReplyModel(pairs, 1);
    rememberReply(grown, { context: [{ text: '支持刻字吗' }], reply: '支持的，下单备注即可' });
    expect(suggestReplies(grown, [{ text: '支持刻字吗' }]).map((suggestion) => suggestion.reply)).toContain('支持的，下单备注即可');
  });
});

describe('why a hit is where it is', () => {
  it('is told by named parts', () => {
    const parts = explainRank(createSearchIndex([{ id: 'a', text: '退款三天到账' }]), createReranker(), { text: '退款到账', id: 'a' });
    expect(parts['bm25']).toBeCloseTo(3);
    expect(parts['learned']).toBeCloseTo(0);
  });
});
