/** The public face of assist: text intelligence on the device, plain data in and out. See README.md. */
export { classify, type Classification, type Classifier, type LabelConfidence } from './classify/classifier.ts';
export { explain, type Evidence } from './classify/explain.ts';
export { trainClassifier, type ClassifierOptions, type Example } from './classify/train-classifier.ts';
export { createPhraseGuard, guardReply, type GuardHit, type GuardLevel, type GuardRule, type PhraseGuard } from './guard/guard.ts';
export { findPersonalData, hideText, maskText, revealText, type HiddenText, type MaskedText, type PersonalData } from './mask/mask.ts';
export type { PersonalDataKind } from './mask/personal-data.ts';
export type { SearchQuery } from './retrieve/ranking.ts';
export { explainHit, findCandidates, search, type SearchHit } from './retrieve/search.ts';
export type { Scope } from './retrieve/scopes.ts';
export { addDocument, createSearchIndex, listDocuments, removeDocument, type SearchDocument, type SearchIndex } from './retrieve/search-index.ts';
export { createRiskReader, findRisks, riskKinds, type RiskBand, type RiskFlag, type RiskKind, type RiskLexicon, type RiskReader } from './risk/risk.ts';
export type { SentimentLexicon } from './sentiment/lexicon.ts';
export { createSentimentReader, readSentiment, type Sentiment, type SentimentLabel, type SentimentReader, type SentimentSources } from './sentiment/sentiment.ts';
export { normalize, type Span } from './tokens/normalize.ts';
export { detectLanguage } from './tokens/script.ts';
export { searchTokens } from './tokens/terms.ts';
export { dayZeroAlarm, fitAlarm, followTrend, nextLevel, type AlarmThreshold, type Trend } from './trend/trend.ts';
