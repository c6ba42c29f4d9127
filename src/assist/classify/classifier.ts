import { argMax, softmax, topIndices } from '../numeric/softmax.ts';
import { featureHashes } from '../tokens/features.ts';
import { normalize } from '../tokens/normalize.ts';
import { type FeatureVector, vectorize, type Vocabulary } from './vocabulary.ts';
import { type ClassWeights, scoreClasses } from './weights.ts';

/** A trained model: plain data, safe to share between callers. */
export interface Classifier {
  /** Class names; every other list of the model follows their order. */
  labels: string[];
  vocabulary: Vocabulary;
  weights: ClassWeights;
  /** Divides the scores before the softmax, so that a confidence of 0.8 is right 8 times of 10. */
  temperature: number;
  /** Below this familiarity the classifier says that it does not know. */
  abstainBelow: number;
}

export interface LabelConfidence {
  label: string;
  /** Calibrated probability, 0..1; over all labels they sum to one. */
  confidence: number;
}

export interface Classification extends LabelConfidence {
  /** True when the message is not like anything the model was taught: do not act on the label. */
  abstain: boolean;
  /** Best margin + share of the message's features ever seen; higher is more familiar. No unit. */
  familiarity: number;
  /** The most likely labels, best first. */
  top: LabelConfidence[];
}

/** How much the known share of a message counts beside its best margin (chosen on the train part of CLINC150). */
const knownShareWeight = 1.5;

/** Names what a text is about. Takes microseconds; any text, of any length. */
export function classify(model: Classifier, text: string, topCount = 3): Classification {
  const vector = vectorize(model.vocabulary, featureHashes(normalize(text)));
  const scores = scoreClasses(model.weights, vector);
  const shares = softmax(scores, model.temperature);
  const top = topIndices(scores, topCount).map((index) => ({ label: model.labels[index] as string, confidence: shares[index] as number }));
  const best = argMax(scores);
  const familiarity = familiarityOf(scores, vector);
  return { label: model.labels[best] as string, confidence: shares[best] as number, abstain: familiarity < model.abstainBelow, familiarity, top };
}

/** Best margin + known share: tells in-scope from out-of-scope better than any confidence, and needs no example of the latter. */
export function familiarityOf(scores: Float64Array, vector: FeatureVector): number {
  return (scores[argMax(scores)] as number) + knownShareWeight * vector.knownShare;
}
