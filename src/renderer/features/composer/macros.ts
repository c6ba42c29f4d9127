import type { Language } from '../../../shared/contracts/basics.ts';
import type { Macro } from '../../../shared/contracts/knowledge.ts';
import { entryOf } from '../../../shared/lib/entry-of.ts';

/** What a macro's places are filled with; a place without a value stays as it is, for the person to see. */
export type MacroFacts = { readonly customer: string; readonly order: string | null; readonly agent: string };

/** Macros whose key begins with, or whose title holds, what was typed; keys first. */
export function findMacros(macros: readonly Macro[], query: string): Macro[] {
  const wanted = query.toLowerCase();
  const byKey = macros.filter(({ key }) => key.toLowerCase().startsWith(wanted));
  const byTitle = macros.filter((macro) => !byKey.includes(macro) && `${macro.title.zh} ${macro.title.en}`.toLowerCase().includes(wanted));
  return [...byKey, ...byTitle];
}

/** The words of a macro in the conversation's language with its `{places}` filled. */
export function fillMacro(macro: Macro, language: Language, facts: MacroFacts): string {
  return macro.body[language].replaceAll(/\{(\w+)\}/g, (place, name: string) => entryOf<string | null>(facts, name) ?? place);
}
