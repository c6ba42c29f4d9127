import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createRiskReader, createSentimentReader, dayZeroAlarm, findRisks, fitAlarm, followTrend, nextLevel, readSentiment, riskKinds, type RiskLexicon, type SentimentLexicon,
  trainClassifier,
} from '../../../src/assist/index.ts';

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../../resources/lexicons/${name}.json`, import.meta.url), 'utf8'));
const lexicon = read('sentiment') as SentimentLexicon;
const moods = createSentimentReader({ lexicon });
const risks = createRiskReader(read('risk') as RiskLexicon);
const valences = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { maxLength: 30 });

describe('sentiment', () => {
  it.each([
    ['太好了，非常满意', 'positive'], ['不好吃，很失望', 'negative'], ['not bad, love it', 'positive'], ['this is not good at all', 'negative'], ['我的订单号是多少', 'neutral'],
  ])('feels %s as %s', (text, label) => {
    expect(readSentiment(moods, text).label).toBe(label);
  });

  it('quotes the text as given', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('太差了', 'ＧＲＥＡＴ', '不满意', ''), (noise, word) => {
      const text = `${noise} ${word} ${noise}`;
      const { score, evidence } = readSentiment(moods, text);
      expect(Math.abs(score)).toBeLessThanOrEqual(1);
      for (const piece of evidence) expect(text.slice(...piece.span)).toBe(piece.text);
    }));
  });

  it.each([
    [['1', '0']], [['positive', 'negative']], [['5', '1']], [['好评', '差评']],
  ])('takes a model with the labels %s', ([good, bad]) => {
    const examples = [['很好', good], ['喜欢', good], ['真棒', good], ['很差', bad], ['讨厌', bad], ['真烂', bad]].map(([text, label]) => ({ text: text as string, label: label as string }));
    const reader = createSentimentReader({ lexicon, classifier: trainClassifier(examples) });
    expect(readSentiment(reader, '真棒喜欢').score).toBeGreaterThan(0);
    expect(readSentiment(reader, '真烂讨厌').score).toBeLessThan(0);
  });
});

describe('the trend', () => {
  it('is the same followed step by step or at once', () => {
    fc.assert(fc.property(valences, (session) => {
      let level = 0;
      const steps = session.map((valence) => (level = nextLevel(level, valence)));
      const { levels, alarm, alarmAt } = followTrend(session);
      expect(levels).toEqual(steps);
      expect(alarm).toBe(steps.some((value) => value <= dayZeroAlarm.level));
      expect(alarmAt === null || (levels[alarmAt] ?? 1) <= dayZeroAlarm.level).toBe(true);
    }));
  });

  it('rings for at most the wanted share of calm sessions', () => {
    fc.assert(fc.property(fc.array(valences, { minLength: 1, maxLength: 60 }), fc.double({ min: 0, max: 0.5, noNaN: true }), (sessions, rate) => {
      const alarm = fitAlarm(sessions, rate);
      expect(sessions.filter((session) => followTrend(session, alarm).alarm).length).toBeLessThanOrEqual(Math.floor(sessions.length * rate));
    }));
  });
});

describe('risks', () => {
  it.each([
    ['complaint-platform', '再不处理我就去平台投诉'], ['complaint-regulator', '我打12315了'], ['media', '发抖音曝光你们'], ['legal', 'my lawyer will call you'], ['self-harm', '我不想活了'],
    ['abuse', '你们这群废物'], ['churn', 'I will never buy from you again'], ['fraud', '我的账号被盗刷了'], ['safety', '充电器冒烟了'],
  ])('finds %s in %s', (kind, text) => {
    const flags = findRisks(risks, text);
    expect(flags.map((flag) => flag.kind)).toContain(kind);
    for (const { evidence } of flags) for (const { span, text: words } of evidence) expect(text.slice(...span)).toBe(words);
  });

  it.each(['优惠券过期了', '我不会投诉的', '滚筒洗衣机多少钱', '会不会过敏', 'the coupon has expired', '老妈的生日', '给你好评'])('lets %s pass', (text) => {
    expect(findRisks(risks, text)).toEqual([]);
  });

  it('says words once that two rules found', () => {
    const [flag] = findRisks(risks, '再不处理我就投诉到平台');
    expect(flag?.evidence).toHaveLength(1);
  });

  it('believes a model where rules are silent, only as likely', () => {
    const examples = ['电器有怪声还发热', '插头很烫很危险', '很危险会烫人'].map((text) => ({ text, label: 'safety' })).concat(['你好', '几点发货', '多少钱'].map((text) => ({ text, label: 'none' })));
    const classifier = { ...trainClassifier(examples), calibration: { temperature: 0.1, slope: 5, intercept: 0, abstainBelow: 0 } };
    const flags = findRisks(createRiskReader(Object.fromEntries(riskKinds.map((kind) => [kind, {}])) as RiskLexicon, classifier), '插头很烫很危险');
    expect(flags).toMatchObject([{ kind: 'safety', band: 'likely' }]);
    expect(flags[0]?.evidence.length).toBeGreaterThan(0);
  });
});
