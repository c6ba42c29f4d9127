import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  classify, createRiskReader, createSentimentReader, decodeClassifier, findRisks, readSentiment,
  type Classifier, type RiskLexicon, type SentimentLexicon,
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

type Parts = { readonly intents: Classifier; readonly moods: Classifier; readonly risks: Classifier; readonly sentiment: SentimentLexicon; readonly risk: RiskLexicon; readonly version: string };

const spanOf = ({ span: [start, end], text }: { readonly span: readonly [number, number]; readonly text: string }): Span => ({ start, end, text });

/** How much the seed model of mood counts beside the lexicon: as much, since neither has seen the shop's own chats. */
const SEED_SHARE = 0.5;

/**
 * Calibrated confidence from which an intent counts as read. The model's own threshold wants nine of ten right, which is for
 * acting; the bot's acts are confirmed by the customer, and a wrong answer costs one more sentence.
 */
const KNOWN_FROM = 0.45;

/** How many labels besides the best are kept for "which of these do you mean" and the trace. */
const RUNNERS_UP = 3;

/** An engine over trained parts. */
export function createEngine(parts: Parts): TextEngine {
  const mood = createSentimentReader({ lexicon: parts.sentiment, classifier: parts.moods, classifierShare: SEED_SHARE });
  const risks = createRiskReader(parts.risk, parts.risks);
  return {
    version: parts.version,
    readIntent: (text) => {
      const { label, confidence, top } = classify(parts.intents, text, RUNNERS_UP + 1);
      return { intent: label, confidence, abstained: confidence < KNOWN_FROM, runnersUp: top.slice(1) };
    },
    readMood: (text) => {
      const { score, evidence } = readSentiment(mood, text);
      return { score, evidence: evidence.map(spanOf) };
    },
    readRisks: (text) => findRisks(risks, text).map(({ kind, band, evidence }) => ({ kind, band, evidence: evidence.map(spanOf) })),
  };
}

const readJson = async <T>(file: string): Promise<T> => JSON.parse(await readFile(file, 'utf8')) as T;

/** A model that ships; one that is damaged throws, since the program cannot do its work without it. */
async function readClassifier(folder: string): Promise<Classifier> {
  const [header, weights] = await Promise.all([readFile(path.join(folder, 'model.json'), 'utf8'), readFile(path.join(folder, 'model.bin'))]);
  const decoded = decodeClassifier({ header, weights });
  if (!decoded.ok) throw new Error(`${folder}: ${decoded.error}`);
  return decoded.value;
}

/** The engine that ships: the seed models and lexicons of `resources`. */
export async function loadEngine(resources: string): Promise<TextEngine> {
  const [sentiment, risk, intents, moods, risks] = await Promise.all([
    readJson<SentimentLexicon>(path.join(resources, 'lexicons/sentiment.json')),
    readJson<RiskLexicon>(path.join(resources, 'lexicons/risk.json')),
    readClassifier(path.join(resources, 'models/intent')),
    readClassifier(path.join(resources, 'models/sentiment')),
    readClassifier(path.join(resources, 'models/risk')),
  ]);
  return createEngine({ intents, moods, risks, sentiment, risk, version: 'seed-1' });
}
