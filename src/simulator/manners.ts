import type { Language } from '../shared/contracts/basics.ts';
import { enManners } from './goals/manners-en.ts';
import { zhManners } from './goals/manners-zh.ts';
import type { Manners } from './goal.ts';

export const mannersIn: { readonly [L in Language]: Manners } = { zh: zhManners, en: enManners };
