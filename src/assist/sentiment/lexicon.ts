import { createPhraseTrie, type PhraseTrie } from '../patterns/phrase-trie.ts';

/** The stored form of `resources/lexicons/sentiment.json`: phrases by value. */
export interface SentimentLexicon {
  /** Valence -1..1 (as text) -> phrases. */
  words: Record<string, readonly string[]>;
  /** Factor (as text) -> phrases that strengthen or weaken the word after them. */
  intensifiers: Record<string, readonly string[]>;
  /** Phrases that turn the word after them round. */
  negations: readonly string[];
}

/** What a phrase of the lexicon does. */
export type Cue = { kind: 'word'; valence: number } | { kind: 'intensifier'; factor: number } | { kind: 'negation' };

export function compileLexicon(lexicon: SentimentLexicon): PhraseTrie<Cue> {
  const cues: [string, Cue][] = [];
  for (const phrase of lexicon.negations) cues.push([phrase, { kind: 'negation' }]);
  for (const [factor, phrases] of Object.entries(lexicon.intensifiers)) {
    for (const phrase of phrases) cues.push([phrase, { kind: 'intensifier', factor: Number(factor) }]);
  }
  for (const [valence, phrases] of Object.entries(lexicon.words)) {
    for (const phrase of phrases) cues.push([phrase, { kind: 'word', valence: Number(valence) }]);
  }
  return createPhraseTrie(cues);
}
