import { ok, type Result } from '../../shared/lib/result.ts';
import { arrayOf, type ModelFiles, packModel, unpackModel } from '../files/model-files.ts';
import { rerankerOf } from '../retrieve/reranker.ts';
import { type EmbeddingTable, emptyTable } from './embedding.ts';
import { createHistory, type ReplyModel, type ReplyPair } from './reply-model.ts';

/** The stored form of a reply model, without its pairs: they are stored beside it as they came. */
export function encodeReplyModel(model: ReplyModel, notes: Record<string, unknown> = {}): ModelFiles {
  const { contexts, replies } = model.encoder;
  return packModel('reply', { ...notes, pairs: model.pairs.length }, {
    rarity: model.rarity,
    contextBuckets: bucketsOf(contexts),
    contextScales: contexts.scales,
    contextCells: contexts.cells,
    replyBuckets: bucketsOf(replies),
    replyScales: replies.scales,
    replyCells: replies.cells,
    feedbackWeights: model.feedback.weights,
    feedbackMoved: model.feedback.moved,
  });
}

/** A reply model from its stored form and its pairs (in their order). */
export function decodeReplyModel(files: ModelFiles, pairs: readonly ReplyPair[]): Result<ReplyModel, string> {
  const unpacked = unpackModel('reply', files);
  if (!unpacked.ok) return unpacked;
  const { arrays } = unpacked.value;
  const table = (side: 'context' | 'reply'): EmbeddingTable => ({
    rowOf: emptyTable(arrayOf(arrays, `${side}Buckets`, Int32Array)).rowOf,
    scales: arrayOf(arrays, `${side}Scales`, Float32Array),
    cells: arrayOf(arrays, `${side}Cells`, Int8Array),
  });
  const encoder = { contexts: table('context'), replies: table('reply') };
  const feedback = rerankerOf(arrayOf(arrays, 'feedbackWeights', Float32Array), arrayOf(arrays, 'feedbackMoved', Float32Array));
  return ok({ rarity: arrayOf(arrays, 'rarity', Float32Array), encoder, ...createHistory(pairs), feedback });
}

/** Bucket by row. */
function bucketsOf(table: EmbeddingTable): Int32Array {
  const buckets = new Int32Array(table.scales.length);
  table.rowOf.forEach((row, bucket) => {
    if (row >= 0) buckets[row] = bucket;
  });
  return buckets;
}
