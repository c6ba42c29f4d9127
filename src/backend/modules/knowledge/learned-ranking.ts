import { createReranker, explainRank, learnJudgment, maskText, type Reranker, type SearchIndex } from '../../../assist/index.ts';
import type { Language } from '../../../shared/contracts/basics.ts';

/** Somebody who knew took an article's answer to these words, or passed over it. */
export type ArticleJudgment = { readonly text: string; readonly language: Language; readonly slug: string; readonly relevant: boolean };

export type LearnedRanking = {
  /** Learns from one more judgment, in under a millisecond. Personal data is masked first. */
  readonly learn: (judgment: ArticleJudgment) => void;
  /** What use has taught of an article as an answer to these words, -1 to 1; 0 where it has taught nothing. */
  readonly score: (asked: Omit<ArticleJudgment, 'relevant'>) => number;
};

/** Log-odds that count as about three quarters of certainty: one use moves a little, a habit decides. */
const HALF_SURE = 4;

/** What has been learned over the indexes of a shop's articles; it begins with nothing. */
export function createLearnedRanking(indexes: Readonly<Record<Language, SearchIndex>>): LearnedRanking {
  const learners = new Map<Language, Reranker>();
  return {
    learn: ({ text, language, slug, relevant }) => {
      const learner = learners.get(language) ?? createReranker();
      learners.set(language, learner);
      learnJudgment(learner, indexes[language], { text: maskText(text).text, id: slug, relevant });
    },
    score: ({ text, language, slug }) => {
      const learner = learners.get(language);
      if (!learner) return 0;
      return Math.tanh((explainRank(indexes[language], learner, { text: maskText(text).text, id: slug })['learned'] ?? 0) / HALF_SURE);
    },
  };
}
