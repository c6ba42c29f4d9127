import type { Language } from '../shared/contracts/basics.ts';

/** What the page's own address says: `/chat?shop=shanlan&lang=zh&as=chen-xiaoman`. */
export type PageAddress = {
  readonly shop: string;
  readonly language: Language;
  /** Demo only: the customer of the demo shop to be, by their slug. */
  readonly as: string | null;
};

const languageOf = (tag: string): Language => (tag.toLowerCase().startsWith('zh') ? 'zh' : 'en');

/** Reads the address; without `lang` the browser's first language decides. */
export function readPageAddress(query: string, browserLanguage: string): PageAddress {
  const parameters = new URLSearchParams(query);
  return {
    shop: parameters.get('shop') ?? '',
    language: languageOf(parameters.get('lang') ?? browserLanguage),
    as: parameters.get('as'),
  };
}
