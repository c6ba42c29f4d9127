import { type Classifier, classify } from '../classify/classifier.ts';
import type { PhraseTrie } from '../patterns/phrase-trie.ts';
import { normalizeAligned, originalSpan, type Span } from '../tokens/normalize.ts';
import { type Cue, compileLexicon, type SentimentLexicon } from './lexicon.ts';
import { combineFeelings, findFeelings } from './lexicon-sentiment.ts';
import { valencesOf } from './label-valence.ts';

export type SentimentLabel = 'positive' | 'neutral' | 'negative';

export interface Sentiment {
  /** Valence of the text, -1 (very bad) .. 1 (very good). */
  score: number;
  label: SentimentLabel;
  /** The words that say so, in reading order; valence -1..1 with negation and intensity applied. */
  evidence: { span: Span; text: string; valence: number }[];
}

/** What reads sentiment: a lexicon for evidence and day zero, a classifier where one was trained. */
export interface SentimentReader {
  lexicon: PhraseTrie<Cue>;
  classifier: Classifier | undefined;
  /** How much the classifier counts beside the lexicon, 0..1. */
  classifierShare: number;
}

export interface SentimentSources {
  lexicon: SentimentLexicon;
  /** Labels like positive/negative, 1/0, or stars 1..5. */
  classifier?: Classifier;
  /** 1 for a model of the shop's own data; less for the seed model, which the lexicon helps. */
  classifierShare?: number;
}

/** A score nearer to zero than this is neutral. */
const neutralBelow = 0.15;

export function createSentimentReader(sources: SentimentSources): SentimentReader {
  const { lexicon, classifier, classifierShare = 1 } = sources;
  return { lexicon: compileLexicon(lexicon), classifier, classifierShare: classifier ? classifierShare : 0 };
}

/** How a message feels, and which words say so. */
export function readSentiment(reader: SentimentReader, text: string): Sentiment {
  const aligned = normalizeAligned(text);
  const feelings = findFeelings(reader.lexicon, aligned.text);
  const learned = reader.classifier ? learnedValence(reader.classifier, text) : 0;
  const score = reader.classifierShare * learned + (1 - reader.classifierShare) * combineFeelings(feelings);
  const evidence = feelings.map(({ start, end, valence }) => {
    const span = originalSpan(aligned, start, end);
    return { span, text: text.slice(...span), valence };
  });
  return { score, label: labelOf(score), evidence };
}

/** The classifier's expected valence: the sum of probability x valence over its labels. */
function learnedValence(classifier: Classifier, text: string): number {
  const valences = valencesOf(classifier.labels);
  let expected = 0;
  for (const { label, confidence } of classify(classifier, text, classifier.labels.length).top) expected += confidence * (valences.get(label) ?? 0);
  return expected;
}

function labelOf(score: number): SentimentLabel {
  if (Math.abs(score) < neutralBelow) return 'neutral';
  return score > 0 ? 'positive' : 'negative';
}
