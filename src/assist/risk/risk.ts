import { type Classifier, classify } from '../classify/classifier.ts';
import { explain } from '../classify/explain.ts';
import { compilePatterns, findPatterns, type PatternList, type PatternSource } from '../patterns/pattern-list.ts';
import { joinSpans } from '../tokens/join-spans.ts';
import { normalizeAligned, type Span } from '../tokens/normalize.ts';

export const riskKinds = [
  'complaint-platform', 'complaint-regulator', 'media', 'legal', 'self-harm', 'abuse', 'churn', 'fraud', 'safety',
] as const;
export type RiskKind = (typeof riskKinds)[number];

/** How sure: a band, never a bare number, until calibration on real chats is measured. */
export type RiskBand = 'likely' | 'very-likely';

/** The stored form of `resources/lexicons/risk.json`: rules by kind and band. */
export type RiskLexicon = Record<RiskKind, Partial<Record<RiskBand, PatternSource>>>;

export interface RiskFlag {
  kind: RiskKind;
  band: RiskBand;
  /** The words that raised it, in reading order. */
  evidence: { span: Span; text: string }[];
}

/** What finds risks: compiled rules, and a model for what rules miss. */
export interface RiskReader {
  rules: { kind: RiskKind; band: RiskBand; list: PatternList }[];
  classifier: Classifier | undefined;
}

/** The model alone is believed from here on, and only as "likely". */
const believedFrom = 0.6;
const piecesShown = 2;

/** Rules, and optionally a classifier whose labels are risk kinds (any other label means none). */
export function createRiskReader(lexicon: RiskLexicon, classifier?: Classifier): RiskReader {
  const rules = riskKinds.flatMap((kind) =>
    (['very-likely', 'likely'] as const).flatMap((band) => {
      const source = lexicon[kind][band];
      return source ? [{ kind, band, list: compilePatterns(source) }] : [];
    }),
  );
  return { rules, classifier };
}

/** The risks that a customer's message shows, at most one flag per kind, with the words that say so. */
export function findRisks(reader: RiskReader, text: string): RiskFlag[] {
  const aligned = normalizeAligned(text);
  const flags = new Map<RiskKind, RiskFlag>();
  for (const { kind, band, list } of reader.rules) {
    const spans = findPatterns(list, aligned);
    if (spans.length === 0) continue;
    // The stronger rules come first: what they found keeps its band, and weaker ones only add their words.
    const known = flags.get(kind);
    const evidence = joinSpans([...(known?.evidence ?? []).map(({ span }) => span), ...spans]).map((span) => ({ span, text: text.slice(...span) }));
    flags.set(kind, { kind, band: known?.band ?? band, evidence });
  }
  const learned = reader.classifier ? guessRisk(reader.classifier, text) : undefined;
  if (learned && !flags.has(learned.kind)) flags.set(learned.kind, learned);
  return [...flags.values()];
}

/** What the model alone sees, with the pieces that spoke loudest for it. */
function guessRisk(classifier: Classifier, text: string): RiskFlag | undefined {
  const { label, confidence } = classify(classifier, text, 1);
  const kind = riskKinds.find((known) => known === label);
  if (!kind || confidence < believedFrom) return undefined;
  const pieces = explain(classifier, text, { label, count: piecesShown }).filter((piece) => piece.weight > 0);
  const evidence = pieces.map(({ span, text: words }) => ({ span, text: words })).toSorted((left, right) => left.span[0] - right.span[0]);
  return { kind, band: 'likely', evidence };
}
