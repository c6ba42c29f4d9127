import { ok, type Result } from '../../shared/lib/result.ts';
import { arrayOf, type ModelFiles, packModel, unpackModel } from '../files/model-files.ts';
import { type Reranker, rerankerOf } from './reranker.ts';

/** The stored form of a re-ranker. The index itself is stored as its documents. */
export function encodeReranker(reranker: Reranker, notes: Record<string, unknown> = {}): ModelFiles {
  return packModel('rerank', notes, { weights: reranker.weights, moved: reranker.moved });
}

export function decodeReranker(files: ModelFiles): Result<Reranker, string> {
  const unpacked = unpackModel('rerank', files);
  if (!unpacked.ok) return unpacked;
  const { arrays } = unpacked.value;
  return ok(rerankerOf(arrayOf(arrays, 'weights', Float32Array), arrayOf(arrays, 'moved', Float32Array)));
}
