import { describe, expect, it } from 'vitest';
import { readPageAddress } from './page-address.ts';

describe("the page's address", () => {
  it.each([
    ['?shop=shanlan&lang=zh&as=chen-xiaoman', 'en-GB', { shop: 'shanlan', language: 'zh', as: 'chen-xiaoman' }],
    ['?shop=shanlan', 'zh-TW', { shop: 'shanlan', language: 'zh', as: null }],
    ['?shop=shanlan&lang=fr', 'zh-CN', { shop: 'shanlan', language: 'en', as: null }],
    ['', 'de', { shop: '', language: 'en', as: null }],
  ])('%s in a browser of %s', (query, browserLanguage, expected) => {
    expect(readPageAddress(query, browserLanguage)).toEqual(expected);
  });
});
