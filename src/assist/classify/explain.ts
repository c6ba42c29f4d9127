import { findSlot } from '../numeric/slot-table.ts';
import { visitFeatures } from '../tokens/features.ts';
import { normalizeAligned, originalSpan, type Span } from '../tokens/normalize.ts';
import type { Classifier } from './classifier.ts';
import { weightOf } from './weights.ts';

/** A piece of the message that spoke for a label. */
export interface Evidence {
  /** Where it stands in the text as given. */
  span: Span;
  text: string;
  /** Its share of the score; positive speaks for the label, negative against it. */
  weight: number;
}

/** The strongest `count` pieces of a text for (or against) one label of a model, strongest first, without overlaps. */
export function explain(model: Classifier, text: string, { label, count = 5 }: { label: string; count?: number }): Evidence[] {
  const labelAt = model.labels.indexOf(label);
  if (labelAt < 0) return [];
  const pieces = collectPieces(model, text, labelAt).toSorted((left, right) => Math.abs(right.weight) - Math.abs(left.weight));
  const chosen: Evidence[] = [];
  for (const piece of pieces) {
    if (chosen.length === count) break;
    if (!chosen.some((other) => piece.span[0] < other.span[1] && other.span[0] < piece.span[1])) chosen.push(piece);
  }
  return chosen;
}

/** Every known feature, summed over those that stand on the same range. */
function collectPieces(model: Classifier, text: string, labelAt: number): Evidence[] {
  const aligned = normalizeAligned(text);
  const pieces = new Map<string, Evidence>();
  visitFeatures(aligned.text, (hash, start, end) => {
    const feature = findSlot(model.vocabulary.table, hash);
    if (feature < 0) return;
    const weight = weightOf(model.weights, feature, labelAt) * (model.vocabulary.idf[feature] as number);
    const span = originalSpan(aligned, start, end);
    const known = pieces.get(span.join());
    if (known) known.weight += weight;
    else pieces.set(span.join(), { span, text: text.slice(...span), weight });
  });
  return [...pieces.values()].filter((piece) => piece.weight !== 0);
}
