import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createPhraseGuard, createSentimentReader, type GuardRule, type PhraseGuard, type SentimentLexicon, type SentimentReader } from '../assist/index.ts';
import { loadClassifier } from './model-folder.ts';

const resources = new URL('../../resources/', import.meta.url);
/** The seed model is made of few texts: the lexicon has as much to say. */
const seedShare = 0.5;

/** What reads sentiment: a trained model where one is given, else the seed model and the lexicon. */
export function openSentiment(modelFolder: string | undefined): SentimentReader {
  const lexicon = readLexicon('sentiment') as SentimentLexicon;
  if (modelFolder !== undefined) return createSentimentReader({ lexicon, classifier: loadClassifier(modelFolder).model });
  const seed = fileURLToPath(new URL('models/sentiment/', resources));
  if (!existsSync(seed)) return createSentimentReader({ lexicon });
  return createSentimentReader({ lexicon, classifier: loadClassifier(seed).model, classifierShare: seedShare });
}

export function openGuard(): PhraseGuard {
  return createPhraseGuard(readLexicon('guard') as GuardRule[]);
}

function readLexicon(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`lexicons/${name}.json`, resources), 'utf8'));
}
