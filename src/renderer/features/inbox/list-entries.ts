import type { SectionId } from '../../stores/screen-store.ts';
import { SECTIONS } from './arrange-sections.ts';
import type { HeldArrangement } from './hold-order.ts';

/** One line of the virtual list. */
export type ListEntry =
  | { readonly kind: 'head'; readonly key: string; readonly section: SectionId; readonly count: number }
  | { readonly kind: 'row'; readonly key: string; readonly section: SectionId; readonly conversationId: string; readonly isEntryBefore: boolean };

/** Flattens the sections; folded ones keep their head, empty ones too, but for those that only some people have. */
export function listEntries({ shown, entering }: HeldArrangement, folded: ReadonlySet<SectionId>): ListEntry[] {
  return SECTIONS.flatMap((section): ListEntry[] => {
    const ids = shown[section];
    if (ids.length === 0 && section === 'others') return [];
    const head: ListEntry = { kind: 'head', key: section, section, count: ids.length };
    if (folded.has(section)) return [head];
    return [head, ...ids.map((conversationId): ListEntry => ({ kind: 'row', key: conversationId, section, conversationId, isEntryBefore: entering.has(conversationId) }))];
  });
}
