import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classify, decodeClassifier, encodeClassifier, type Example, explain, trainClassifier } from '../../../src/assist/index.ts';

const examples: Example[] = [
  ['物流到哪了', 'track'], ['我的快递在哪里', 'track'], ['查一下快递', 'track'], ['where is my parcel', 'track'], ['track my order please', 'track'],
  ['我要退款', 'refund'], ['把钱退给我', 'refund'], ['退款多久到账', 'refund'], ['refund my money', 'refund'], ['I want a refund', 'refund'],
  ['你好', 'greeting'], ['您好在吗', 'greeting'], ['hello', 'greeting'], ['hi there', 'greeting'], ['早上好', 'greeting'],
].map(([text, label]) => ({ text: text as string, label: label as string }));
const model = trainClassifier(examples, { seed: 1 });

describe('classifying', () => {
  it('gives confidences that sum to one over all labels, in order', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { top, label, confidence } = classify(model, text, model.labels.length);
      expect(top.reduce((sum, item) => sum + item.confidence, 0)).toBeCloseTo(1, 9);
      expect(top[0]).toEqual({ label, confidence });
      for (let at = 1; at < top.length; at += 1) expect(top[at]?.confidence).toBeLessThanOrEqual((top[at - 1]?.confidence ?? 0) + 1e-12);
    }));
  });

  it('names what it was taught in both languages', () => {
    expect(classify(model, '快递到哪儿了').label).toBe('track');
    expect(classify(model, 'could i get a refund').label).toBe('refund');
  });

  it('makes the same bytes from the same examples and seed', () => {
    const again = encodeClassifier(trainClassifier(examples, { seed: 1 }));
    expect(again).toEqual(encodeClassifier(model));
  });

  it('answers the same after storing', () => {
    const stored = decodeClassifier(encodeClassifier(model));
    expect(stored.ok && classify(stored.value, '我要退款')).toEqual(classify(model, '我要退款'));
  });

  it('reads weights that lie anywhere in a larger buffer', () => {
    const files = encodeClassifier(model);
    const pool = Buffer.alloc(files.weights.length + 64);
    pool.set(files.weights, 13);
    const stored = decodeClassifier({ ...files, weights: pool.subarray(13, 13 + files.weights.length) });
    expect(stored.ok && classify(stored.value, '我要退款')).toEqual(classify(model, '我要退款'));
  });

  it.each([
    ['damaged', (bytes: Uint8Array) => bytes.map((byte, at) => (at === 3 ? byte ^ 1 : byte)), 'checksum'],
    ['truncated', (bytes: Uint8Array) => bytes.slice(0, -4), 'checksum'],
  ])('refuses %s weights in one sentence', (_, spoil, word) => {
    const files = encodeClassifier(model);
    const decoded = decodeClassifier({ ...files, weights: spoil(files.weights) });
    expect(decoded.ok ? '' : decoded.error).toContain(word);
  });

  it('learns from one class only, and from one example', () => {
    const single = trainClassifier([{ text: 'hello', label: 'greeting' }]);
    expect(classify(single, 'anything')).toMatchObject({ label: 'greeting', confidence: 1 });
  });

  it('explains by pieces of the text as given', () => {
    const text = '请问 ＲＥＦＵＮＤ my money';
    for (const { span, text: piece } of explain(model, text, { label: 'refund' })) expect(text.slice(...span)).toBe(piece);
    expect(explain(model, text, { label: 'refund' })[0]?.weight).toBeGreaterThan(0);
  });

  it('takes unlabelled history', () => {
    const unlabeled = ['物流怎么还没更新', '快递到哪一站了', '退款没收到', 'refund status', 'hello hello'];
    expect(classify(trainClassifier(examples, { unlabeled }), '快递到哪一站').label).toBe('track');
  });
});
