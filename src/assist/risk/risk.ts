import { compilePatterns, findPatterns, type PatternList, type PatternSource } from '../patterns/pattern-list.ts';
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

/** Compiled rules. */
export type RiskReader = { kind: RiskKind; band: RiskBand; list: PatternList }[];

export function createRiskReader(lexicon: RiskLexicon): RiskReader {
  return riskKinds.flatMap((kind) => {
    const bands = lexicon[kind];
    return (['very-likely', 'likely'] as const).flatMap((band) => {
      const source = bands[band];
      return source ? [{ kind, band, list: compilePatterns(source) }] : [];
    });
  });
}

/** The risks that a customer's message shows, at most one flag per kind, with the words that say so. */
export function findRisks(reader: RiskReader, text: string): RiskFlag[] {
  const aligned = normalizeAligned(text);
  const flags = new Map<RiskKind, RiskFlag>();
  for (const { kind, band, list } of reader) {
    const evidence = findPatterns(list, aligned).map((span) => ({ span, text: text.slice(...span) }));
    if (evidence.length === 0) continue;
    const known = flags.get(kind);
    if (known) known.evidence = [...known.evidence, ...evidence].sort((left, right) => left.span[0] - right.span[0]);
    else flags.set(kind, { kind, band, evidence });
  }
  return [...flags.values()];
}
