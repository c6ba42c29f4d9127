import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPhraseGuard, guardReply, type GuardRule } from '../../../src/assist/index.ts';

const guard = createPhraseGuard(JSON.parse(readFileSync(new URL('../../../resources/lexicons/guard.json', import.meta.url), 'utf8')) as GuardRule[]);

const planted: readonly [string, string][] = [
  ['absolute-claim', '全网最低价'], ['absolute-claim', '最好的品质'], ['absolute-claim', '国家级'], ['absolute-claim', '销量第一'], ['absolute-claim', '最先进'],
  ['absolute-claim', '顶级'], ['absolute-claim', '100%有效'], ['absolute-claim', '独一无二'], ['absolute-claim', 'the best in the world'], ['absolute-claim', '100% safe'],
  ['promise-beyond-policy', '保证明天到'], ['promise-beyond-policy', '假一赔十'], ['promise-beyond-policy', 'I guarantee'], ['promise-beyond-policy', '无条件退'],
  ['off-platform', '加我微信'], ['off-platform', '私下转账'], ['off-platform', 'pay me directly via paypal'],
  ['rude-or-blaming', '是你自己的问题'], ['rude-or-blaming', '爱买不买'], ['rude-or-blaming', 'calm down'],
  ['internal-talk', '仓库搞错'],
];
const lookAlikes = [
  '最近', '第一次', '最后', '最终', '最初', '第一时间', '第一步', '最多三件', '最晚明天', '最好提前联系我们', '最快明天到', '最低消费', '最早周五', '最新的物流信息',
  '不能保证明天到', '包装', '包邮', '请勿加微信付款', '滚筒洗衣机', '支持微信支付', 'all the best', 'Best regards', 'I will do my best', 'we cannot guarantee the date', 'best before', 'the best size for you', 'the best match',
];
const filler = fc.constantFrom('您好，', '亲，', '麻烦您看一下，', '好的。', 'Hello, ', 'Sure. ');

describe('the phrase guard', () => {
  it.each(planted)('finds %s: %s wherever it is planted', (rule, phrase) => {
    fc.assert(fc.property(filler, fc.constantFrom('。', ', 谢谢', ' thanks', ''), (before, after) => {
      const text = `${before}${phrase}${after}`;
      const hits = guardReply(guard, text);
      expect(hits.map((hit) => hit.rule)).toContain(rule);
      for (const hit of hits) expect(text.slice(...hit.span)).toBe(hit.text);
    }));
  });

  it.each(lookAlikes)('lets %s pass', (phrase) => {
    fc.assert(fc.property(filler, (before) => {
      expect(guardReply(guard, `${before}${phrase}。`)).toEqual([]);
    }));
  });

  it('suggests in the language of the reply', () => {
    expect(guardReply(guard, '全网最低价')[0]?.suggest).toMatch(/\p{Script=Han}/u);
    expect(guardReply(guard, 'the best in the world')[0]?.suggest).toMatch(/^[\x20-\x7e]+$/);
  });
});
