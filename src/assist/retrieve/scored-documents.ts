/** The documents that may be an answer: the first `count` of `candidates`; their scores by document number. */
export interface ScoredDocuments {
  candidates: Uint32Array;
  count: number;
  scores: Float64Array;
}
