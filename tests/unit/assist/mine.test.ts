import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mineQuestions } from '../../../src/assist/index.ts';

const asked = ['我的快递到哪了', '快递到哪儿了呀', '查下快递到哪了', '能开发票吗', '发票能开公司抬头吗', '怎么开发票', '这件会缩水吗', '洗了会不会缩水', '衣服缩水吗'];

describe('mining', () => {
  it('puts every question into one cluster, whatever is asked', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 20 }), { maxLength: 30 }), (texts) => {
      const clusters = mineQuestions(texts.map((text, at) => ({ id: String(at), text })));
      expect(clusters.flatMap((cluster) => cluster.ids).toSorted((left, right) => Number(left) - Number(right))).toEqual(texts.map((_, at) => String(at)));
      for (const { title } of clusters) expect(texts).toContain(title);
    }), { numRuns: 40 });
  });

  it('keeps near-duplicates together, and gives the same clusters for the same seed', () => {
    const questions = asked.flatMap((text, at) => [{ id: `${at}a`, text }, { id: `${at}b`, text: `${text}？` }]);
    const clusters = mineQuestions(questions, 3);
    for (const { ids } of clusters) for (const id of ids) expect(ids).toContain(id.replace('b', 'a'));
    expect(mineQuestions(questions, 3)).toEqual(clusters);
  });
});
