import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDocument, createReranker, createSearchIndex, decodeReranker, encodeReranker, explainHit, findCandidates, learnJudgment, listDocuments, removeDocument, search,
  type SearchDocument, searchReranked,
} from '../../../src/assist/index.ts';

const han = fc.string({ unit: fc.constantFrom(...Array.from('退款货快递物流发票地址尺码的了吗我你在哪里什么时候到')), minLength: 0, maxLength: 24 });
const documents = fc.uniqueArray(fc.record({ id: fc.string({ minLength: 1, maxLength: 4 }), text: han }), { selector: (document) => document.id, maxLength: 40 });

describe('searching', () => {
  it('has every substring hit among its candidates', () => {
    fc.assert(fc.property(documents, fc.string({ unit: fc.constantFrom(...Array.from('退款货快递物流发票')), minLength: 2, maxLength: 8 }), (docs, text) => {
      const candidates = new Set(findCandidates(createSearchIndex(docs), { text }).map((document) => document.id));
      expect(docs.filter((document) => document.text.includes(text) && !candidates.has(document.id))).toEqual([]);
    }));
  });

  it('is the same index whether grown and pruned or built at once', () => {
    fc.assert(fc.property(documents, fc.array(fc.nat(40)), han, (docs, removed, text) => {
      const grown = createSearchIndex();
      for (const document of docs) {
        addDocument(grown, { ...document, text: '旧的内容' });
        addDocument(grown, document);
      }
      for (const at of removed) removeDocument(grown, docs[at % Math.max(docs.length, 1)]?.id ?? '');
      const built = createSearchIndex(listDocuments(grown));
      expect(search(grown, { text }, 5)).toEqual(search(built, { text }, 5));
    }));
  });

  it('loses nothing by leaving out what cannot win', () => {
    const words = ['退款', '物流', '发票', '快递', '尺码', '的', '了', '吗'];
    const many = Array.from({ length: 4000 }, (_, at): SearchDocument => ({ id: String(at), text: words.filter((_word, bit) => ((at * 2654435761) >>> (bit + 8)) & 1).join('') }));
    const index = createSearchIndex(many);
    for (const text of ['退款物流的了吗', '发票', '快递尺码的', '吗了的']) {
      expect(search(index, { text }, 10)).toEqual(search(index, { text }, 5000).slice(0, 10));
    }
  });

  it('looks within scope, where general documents hold too', () => {
    const index = createSearchIndex([
      { id: 'tea', text: '这款可以机洗吗', scope: { product: 'tea' } },
      { id: 'coat', text: '这款可以机洗吗', scope: { product: 'coat' } },
      { id: 'all', text: '机洗说明' },
    ]);
    expect(search(index, { text: '机洗', scope: { product: 'coat' } }).map((hit) => hit.id).toSorted()).toEqual(['all', 'coat']);
  });

  it('shows the words that a query found', () => {
    const index = createSearchIndex([{ id: 'a', text: '退款一般三天到账' }]);
    expect(explainHit(index, { text: '退款到账' }, 'a').map((span) => '退款一般三天到账'.slice(...span))).toEqual(['退款', '到账']);
  });

  it('shows no words that stand everywhere', () => {
    const rest = Array.from({ length: 12 }, (_, at) => ({ id: `${at}`, text: `the ${at} and the rest` }));
    const index = createSearchIndex([{ id: 'cups', text: 'Single cups and pots of the set' }, ...rest]);
    expect(explainHit(index, { text: 'the broken cups and pots' }, 'cups').map((span) => 'Single cups and pots of the set'.slice(...span))).toEqual(['cups', 'pots']);
  });

  it('learns from feedback, at once and after storing', () => {
    const index = createSearchIndex([{ id: 'a', text: '衣服缩水怎么办' }, { id: 'b', text: '纯棉护理：冷水手洗' }, { id: 'c', text: '缩水说明' }]);
    const reranker = createReranker();
    for (let time = 0; time < 8; time += 1) {
      learnJudgment(reranker, index, { text: '棉的会不会缩水', id: 'b', relevant: true });
      learnJudgment(reranker, index, { text: '棉的会不会缩水', id: 'a', relevant: false });
      learnJudgment(reranker, index, { text: '棉的会不会缩水', id: 'c', relevant: false });
    }
    const stored = decodeReranker(encodeReranker(reranker));
    expect(searchReranked({ index, reranker }, { text: '棉的会不会缩水' })[0]?.id).toBe('b');
    expect(stored.ok && searchReranked({ index, reranker: stored.value }, { text: '棉的会不会缩水' })[0]?.id).toBe('b');
  });
});
