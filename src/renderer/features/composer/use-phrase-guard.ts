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

/** What is known of one draft. `kept`: the person wants these words; `asked`: sending was tried with them. */
type Findings = { readonly key: string; readonly hits: readonly PhraseHit[]; readonly kept: readonly string[]; readonly asked: readonly string[] };

/** The findings with what was found now; the same object where nothing is new, so that typing draws nothing. */
function found(known: Findings, key: string, hits: readonly PhraseHit[]): Findings {
  if (known.key !== key) return { key, hits, kept: [], asked: [] };
  return sameHits(known.hits, hits) ? known : { ...known, hits };
}

export type PhraseGuard = {
  /** What is objected to and was not kept, the gravest first. */
  readonly objections: readonly PhraseHit[];
  /** Sending was tried: the next try sends it as it is. */
  readonly isAsked: boolean;
  readonly keep: () => void;
  /** Whether these words may go now; false when the person has to see something first. */
  readonly mayGo: (text: string) => Promise<boolean>;
};

/**
 * The guard of a draft. Forbidden words never go; of doubtful ones the person decides, by keeping them or by sending a second
 * time. Notes are among colleagues and are not checked.
 */
export function usePhraseGuard(conversationId: string, mode: ComposerMode): PhraseGuard {
  const desk = useDesk();
  const { composer } = useStores();
  const key = draftKey(conversationId, mode);
  const nothing: Findings = { key, hits: [], kept: [], asked: [] };
  const [known, setKnown] = useState(nothing);
  const { hits, kept, asked } = known.key === key ? known : nothing;
  const isChecked = mode === 'reply';
  useEffect(() => {
    if (!isChecked) return undefined;
    return watchPhrases(desk, { composer, key, onHits: (next) => setKnown((now) => found(now, key, next)) });
  }, [desk, composer, key, isChecked]);

  const objections = hits.filter((hit) => !kept.includes(nameOf(hit))).toSorted((left, right) => ORDER.indexOf(left.level) - ORDER.indexOf(right.level));
  const mayGo = async (text: string): Promise<boolean> => {
    if (!isChecked) return true;
    const next = await askGuard(desk, text);
    const open = next.filter((hit) => hit.level === 'block' || (hit.level === 'confirm' && !kept.includes(nameOf(hit)) && !asked.includes(nameOf(hit))));
    setKnown({ key, hits: next, kept, asked: [...asked, ...open.map(nameOf)] });
    return open.length === 0;
  };
  return {
    objections,
    isAsked: objections.some((hit) => asked.includes(nameOf(hit))),
    keep: () => setKnown({ key, hits, kept: [...kept, ...objections.map(nameOf)], asked }),
    mayGo,
  };
}
