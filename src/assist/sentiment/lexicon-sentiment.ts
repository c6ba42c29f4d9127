import { matchPhrases, type PhraseMatch, type PhraseTrie } from '../patterns/phrase-trie.ts';
import type { Cue } from './lexicon.ts';

/** A feeling word as it stands: its range in the normalised text (with what modifies it) and its valence there, -1..1. */
export interface Feeling {
  start: number;
  end: number;
  valence: number;
}

/** A modifier reaches this many characters of Han text, and three times as many of Latin text. */
const reach = 5;
/** A negated word turns round but weakens: "not bad" is less than "good". */
const negationFactor = -0.7;

/** The feeling words of a normalised text, with negation and intensity applied. */
export function findFeelings(trie: PhraseTrie<Cue>, text: string): Feeling[] {
  const matches = matchPhrases(trie, text);
  return matches.flatMap((match, at) => (match.value.kind === 'word' ? [modify(matches, at, text)] : []));
}

function modify(matches: readonly PhraseMatch<Cue>[], at: number, text: string): Feeling {
  const word = matches[at] as PhraseMatch<Cue>;
  let { start } = word;
  let valence = word.value.kind === 'word' ? word.value.valence : 0;
  for (let before = at - 1; before >= 0; before -= 1) {
    const modifier = matches[before] as PhraseMatch<Cue>;
    if (modifier.value.kind === 'word' || !reaches(text.slice(modifier.end, start))) break;
    valence *= modifier.value.kind === 'negation' ? negationFactor : modifier.value.factor;
    ({ start } = modifier);
  }
  return { start, end: word.end, valence: Math.max(-1, Math.min(1, valence)) };
}

function reaches(between: string): boolean {
  if (/[,.;!?。、…\n]/u.test(between)) return false;
  return between.length <= (/^[\p{ASCII}]*$/u.test(between) ? reach * 3 : reach);
}

/**
 * One number for all feelings of a text, -1..1: their sum s as s / sqrt(s^2 + 1/2), 0 for none.
 * Source of the squashing: Hutto, Gilbert, "VADER", ICWSM 2014.
 */
export function combineFeelings(feelings: readonly Feeling[]): number {
  let sum = 0;
  for (const feeling of feelings) sum += feeling.valence;
  return sum / Math.sqrt(sum * sum + 0.5);
}
