import { ok, type Result } from '../../shared/lib/result.ts';
import { arrayOf, type ModelFiles, packModel, unpackModel } from '../files/model-files.ts';
import type { Calibration, Classifier } from './classifier.ts';
import { vocabularyOf } from './vocabulary.ts';

/** The stored form of a classifier; `notes` (seed, counts, metrics ...) go into the header for people to read. */
export function encodeClassifier(model: Classifier, notes: Record<string, unknown> = {}): ModelFiles {
  const { labels, calibration, vocabulary, weights } = model;
  return packModel('classify', { ...notes, labels, calibration }, {
    hashes: vocabulary.hashes,
    idf: vocabulary.idf,
    starts: weights.starts,
    classes: weights.classes,
    quantized: weights.quantized,
    scales: weights.scales,
    biases: weights.biases,
  });
}

/** A classifier from its stored form. */
export function decodeClassifier(files: ModelFiles): Result<Classifier, string> {
  const unpacked = unpackModel('classify', files);
  if (!unpacked.ok) return unpacked;
  const { header, arrays } = unpacked.value;
  const weights = {
    starts: arrayOf(arrays, 'starts', Uint32Array),
    classes: arrayOf(arrays, 'classes', Uint16Array),
    quantized: arrayOf(arrays, 'quantized', Int8Array),
    scales: arrayOf(arrays, 'scales', Float32Array),
    biases: arrayOf(arrays, 'biases', Float32Array),
  };
  const vocabulary = vocabularyOf(arrayOf(arrays, 'hashes', Int32Array), arrayOf(arrays, 'idf', Float32Array));
  return ok({ labels: header['labels'] as string[], vocabulary, weights, calibration: header['calibration'] as Calibration });
}
