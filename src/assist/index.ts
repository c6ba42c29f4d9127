/** The public face of assist: text intelligence on the device, plain data in and out. See README.md. */
export { classify, type Classification, type Classifier, type LabelConfidence } from './classify/classifier.ts';
export { explain, type Evidence } from './classify/explain.ts';
export { trainClassifier, type ClassifierOptions, type Example } from './classify/train-classifier.ts';
export { addDocument, createSearchIndex, listDocuments, removeDocument, type SearchDocument, type SearchIndex } from './retrieve/search-index.ts';
export { explainHit, findCandidates, search, type SearchHit, type SearchQuery } from './retrieve/search.ts';
export type { Scope } from './retrieve/scopes.ts';
export { normalize, type Span } from './tokens/normalize.ts';
export { detectLanguage } from './tokens/script.ts';
export { searchTokens } from './tokens/terms.ts';
