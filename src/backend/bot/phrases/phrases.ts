import type { Language } from '../../../shared/contracts/basics.ts';
import { en } from './en.ts';
import type { Phrases } from './phrase-book.ts';
import { zh } from './zh.ts';

const BY_LANGUAGE: { readonly [L in Language]: Phrases } = { zh, en };

/** The bot's phrases in one language. */
export const phrasesIn = (language: Language): Phrases => BY_LANGUAGE[language];
