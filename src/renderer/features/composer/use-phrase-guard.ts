import { useEffect, useState } from 'react';
import type { PhraseHit } from '../../../shared/contracts/assist.ts';
import { useDesk } from '../../bridge/desk-context.tsx';
import { draftKey } from '../../stores/composer-store.ts';
import type { ComposerMode } from '../../stores/screen-store.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { askGuard, watchPhrases } from './watch-phrases.ts';

const ORDER = ['block', 'confirm', 'hint'] as const;

/** The same words under the same rule: what was kept once is kept wherever it stands. */
const nameOf = ({ rule, span }: PhraseHit): string => `${rule} ${span.text}`;

const sameHits = (left: readonly PhraseHit[], right: readonly PhraseHit[]): boolean => JSON.stringify(left) === JSON.stringify(right);

/** What is known of one draft. `text`: what the hits are of; `kept`: the person wants these words; `asked`: sending was tried with them. */
type Findings = { readonly key: string; readonly text: string; readonly hits: readonly PhraseHit[]; readonly kept: readonly string[]; readonly asked: readonly string[] };

/** The findings with what was found now; hits that are the same stay the same, so that typing redraws nothing that reads them. */
function found(known: Findings, now: Pick<Findings, 'key' | 'text' | 'hits'>): Findings {
  if (known.key !== now.key) return { ...now, kept: [], asked: [] };
  return { ...known, text: now.text, hits: sameHits(known.hits, now.hits) ? known.hits : now.hits };
}

export type PhraseGuard = {
  /** What is objected to and was not kept, the gravest first. */
  readonly objections: readonly PhraseHit[];
  /** Sending was tried: the next try sends it as it is. */
  readonly isAsked: boolean;
  readonly keep: () => void;
  /** Whether these words may go now; false when the person has to see something first. At once where they have been checked. */
  readonly mayGo: (text: string) => boolean | Promise<boolean>;
};

/**
 * The guard of a draft. Forbidden words never go; of doubtful ones the person decides, by keeping them or by sending a second
 * time. Notes are among colleagues and are not checked.
 */
export function usePhraseGuard(conversationId: string, mode: ComposerMode): PhraseGuard {
  const desk = useDesk();
  const { composer } = useStores();
  const key = draftKey(conversationId, mode);
  const nothing: Findings = { key, text: '', hits: [], kept: [], asked: [] };
  const [known, setKnown] = useState(nothing);
  const ours = known.key === key ? known : nothing;
  const { hits, kept, asked } = ours;
  const isChecked = mode === 'reply';
  useEffect(() => {
    if (!isChecked) return undefined;
    return watchPhrases(desk, { composer, key, onHits: (text, next) => setKnown((now) => found(now, { key, text, hits: next })) });
  }, [desk, composer, key, isChecked]);

  const objections = hits.filter((hit) => !kept.includes(nameOf(hit))).toSorted((left, right) => ORDER.indexOf(left.level) - ORDER.indexOf(right.level));
  const judge = (text: string, next: readonly PhraseHit[]): boolean => {
    const open = next.filter((hit) => hit.level === 'block' || (hit.level === 'confirm' && !kept.includes(nameOf(hit)) && !asked.includes(nameOf(hit))));
    if (open.length > 0) setKnown({ key, text, hits: next, kept, asked: [...asked, ...open.map(nameOf)] });
    return open.length === 0;
  };
  const mayGo = (text: string): boolean | Promise<boolean> => {
    if (!isChecked) return true;
    return ours.text === text ? judge(text, hits) : askGuard(desk, text).then((next) => judge(text, next));
  };
  return {
    objections,
    isAsked: objections.some((hit) => asked.includes(nameOf(hit))),
    keep: () => setKnown({ ...ours, kept: [...kept, ...objections.map(nameOf)] }),
    mayGo,
  };
}
