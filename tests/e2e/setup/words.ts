import { resources } from '../../../src/renderer/i18n/resources.ts';
import type { Language } from '../../../src/shared/contracts/basics.ts';
import { textsIn } from '../../../src/widget/texts/texts-in.ts';

/** What the desk says in a language, by namespace and key: specs ask for what a person sees, and follow the wording. */
export const deskWords = (language: Language): (typeof resources)['zh'] => resources[language];

/** What the chat page says in a language. */
export const chatWords = (language: Language): (typeof textsIn)['en'] => textsIn[language];

const PLACE = /\{\{(\w+)\}\}/g;
const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** A text with its `{{places}}` filled. */
export const fill = (text: string, values: { readonly [place: string]: string | number }): string =>
  text.replaceAll(PLACE, (_, place: string) => String(values[place]));

/** Matches a text whatever stands in its `{{places}}`. */
export const anyOf = (text: string): RegExp => new RegExp(text.split(/\{\{\w+\}\}/).map(escaped).join('.*'));

/** Matches what begins with a text. */
export const startingWith = (text: string): RegExp => new RegExp(`^${escaped(text)}`);
