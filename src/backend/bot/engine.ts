import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  classify, createRiskReader, createSentimentReader, findRisks, readSentiment, trainClassifier,
  type Classifier, type Example, type RiskLexicon, type SentimentLexicon,
} from '../../assist/index.ts';
import type { Band, FlagKind, ScoredLabel } from '../../shared/contracts/assist.ts';
import type { Span } from '../../shared/contracts/basics.ts';

export type IntentReading = { readonly intent: string; readonly confidence: number; readonly abstained: boolean; readonly runnersUp: readonly ScoredLabel[] };
export type MoodReading = { readonly score: number; readonly evidence: readonly Span[] };
export type RiskReading = { readonly kind: FlagKind; readonly band: Band; readonly evidence: readonly Span[] };

/** Assist as the conversation modules need it: plain questions about one text, answered in microseconds. */
export type TextEngine = {
  readonly version: string;
  readonly readIntent: (text: string) => IntentReading;
  readonly readMood: (text: string) => MoodReading;
  readonly readRisks: (text: string) => readonly RiskReading[];
};

type Parts = { readonly classifier: Classifier; readonly sentiment: SentimentLexicon; readonly risk: RiskLexicon; readonly version: string };

const spanOf = ({ span: [start, end], text }: { readonly span: readonly [number, number]; readonly text: string }): Span => ({ start, end, text });

/** How many labels besides the best are kept for "which of these do you mean" and the trace. */
const RUNNERS_UP = 3;

/** An engine over trained parts. */
export function createEngine(parts: Parts): TextEngine {
  const mood = createSentimentReader({ lexicon: parts.sentiment });
  const risks = createRiskReader(parts.risk);
  return {
    version: parts.version,
    readIntent: (text) => {
      const { label, confidence, abstain, top } = classify(parts.classifier, text, RUNNERS_UP + 1);
      return { intent: label, confidence, abstained: abstain, runnersUp: top.slice(1) };
    },
    readMood: (text) => {
      const { score, evidence } = readSentiment(mood, text);
      return { score, evidence: evidence.map(spanOf) };
    },
    readRisks: (text) => findRisks(risks, text).map(({ kind, band, evidence }) => ({ kind, band, evidence: evidence.map(spanOf) })),
  };
}

const readJson = async <T>(file: string): Promise<T> => JSON.parse(await readFile(file, 'utf8')) as T;

/** Examples written by the project, one JSON object a line. */
async function readExamples(file: string): Promise<Example[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => JSON.parse(line) as Example);
}

/** The engine that ships: lexicons and intent examples from `resources`, trained at start in about a second. */
export async function loadEngine(resources: string): Promise<TextEngine> {
  const [sentiment, risk, examples] = await Promise.all([
    readJson<SentimentLexicon>(path.join(resources, 'lexicons/sentiment.json')),
    readJson<RiskLexicon>(path.join(resources, 'lexicons/risk.json')),
    readExamples(path.join(resources, 'seed-text/intent.train.jsonl')),
  ]);
  return createEngine({ classifier: trainClassifier(examples), sentiment, risk, version: 'seed-1' });
}
