import type { Language } from '../../shared/contracts/basics.ts';
import { en } from './en.ts';
import type { Texts } from './texts.ts';
import { zh } from './zh.ts';

export const textsIn: { readonly [L in Language]: Texts } = { zh, en };
