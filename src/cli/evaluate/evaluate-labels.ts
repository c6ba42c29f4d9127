import { classify, readSentiment } from '../../assist/index.ts';
import type { Flags } from '../command.ts';
import { folderSize, timeItems } from './cost.ts';
import { readAll } from '../json-lines.ts';
import { openSentiment } from '../lexicons.ts';
import { labelField, textField } from '../line-fields.ts';
import { loadClassifier } from '../model-folder.ts';
import { readText } from '../read-flags.ts';
import { accuracyOf, areaUnderCurve, calibrationError, coverageCurve, type JudgedAnswer, macroF1, reliabilityBins } from './class-measures.ts';
import type { Report } from './report.ts';

/** Classification: right or not, how sure, and (with --oos) whether the unknown is told from the known. */
export async function evaluateClassify(flags: Flags): Promise<Report> {
  const folder = readText(flags, 'model');
  const { model } = loadClassifier(folder);
  const rows = await readAll(readText(flags, 'data'), (line) => ({ text: textField(line), truth: String(labelField(line)) }));
  const { results, microseconds } = timeItems(rows, ({ text, truth }): JudgedAnswer => ({ ...classify(model, text, 1), truth }));
  const measures = { ...measureAnswers(results), ...(await measureUnknown(flags, results)) };
  return {
    task: 'classify',
    items: rows.length,
    measures: { ...measures, 'microseconds per item': microseconds, 'model bytes': folderSize(folder) },
    coverage: coverageCurve(results),
    reliability: reliabilityBins(results),
  };

  async function measureUnknown(given: Flags, known: readonly JudgedAnswer[]): Promise<Record<string, number>> {
    if (given['oos'] === undefined) return {};
    const unknown = (await readAll(given['oos'], (line) => textField(line))).map((text) => classify(model, text, 1));
    const confidences = (answers: readonly { confidence: number }[]) => answers.map((answer) => answer.confidence);
    return {
      'in/out AUROC': areaUnderCurve(confidences(known), confidences(unknown)),
      'out-of-scope recall': unknown.filter((answer) => answer.abstain).length / Math.max(unknown.length, 1),
    };
  }
}

/** Sentiment against labels with a sign: the side of zero must be right; neutral truth is left out. */
export async function evaluateSentiment(flags: Flags): Promise<Report> {
  const reader = openSentiment(flags['model']);
  const all = await readAll(readText(flags, 'data'), (line) => ({ text: textField(line), truth: sideOf(String(labelField(line))) }));
  const rows = all.filter(({ truth }) => truth !== 'neutral');
  const { results, microseconds } = timeItems(rows, ({ text, truth }): JudgedAnswer => {
    const { score } = readSentiment(reader, text);
    return { truth, label: score > 0 ? 'positive' : 'negative', confidence: (1 + Math.abs(score)) / 2, abstain: score === 0 };
  });
  return {
    task: 'sentiment',
    items: rows.length,
    measures: { ...measureAnswers(results), 'microseconds per item': microseconds, ...(flags['model'] ? { 'model bytes': folderSize(flags['model']) } : {}) },
    coverage: coverageCurve(results),
    reliability: reliabilityBins(results),
  };
}

function measureAnswers(answers: readonly JudgedAnswer[]): Record<string, number> {
  const kept = answers.filter((answer) => !answer.abstain);
  return {
    accuracy: accuracyOf(answers),
    'macro-F1': macroF1(answers),
    ECE: calibrationError(answers),
    'abstained share': 1 - kept.length / Math.max(answers.length, 1),
    'accuracy of the kept': accuracyOf(kept),
  };
}

function sideOf(label: string): 'positive' | 'negative' | 'neutral' {
  if (/^(?:1|\+1|2|pos.*|good|正.*|好.*)$/iu.test(label)) return 'positive';
  return /^(?:0|-1|neg.*|bad|负.*|差.*)$/iu.test(label) ? 'negative' : 'neutral';
}
