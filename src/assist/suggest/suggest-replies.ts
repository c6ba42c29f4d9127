import { feedbackEffects, learnJudgment } from '../retrieve/reranker.ts';
import type { Turn } from './reply-features.ts';
import { lastWords, type RankedReply, type ReplyModel, type ReplyPair, rememberReply, scoreReplies } from './reply-model.ts';

/** A reply of the past, proposed for a context of now. */
export interface SuggestedReply extends RankedReply {
  /** Place of the past pair in the model's history: its source. */
  source: number;
  /** What accepted and rejected suggestions added to the score (log odds); 0 before any. */
  feedback: number;
}

/** What became of a suggestion. `source` is its place in the history; `sent` is what went out when it was edited. */
export type ReplyFeedback =
  | { kind: 'accepted'; context: readonly Turn[]; source: number }
  | { kind: 'edited'; context: readonly Turn[]; source: number; sent: string }
  | { kind: 'rejected'; context: readonly Turn[]; source: number };

const contextsRead = 40;

/** Past replies that fit the context, best first, each different. Empty when nothing in the history is like it. */
export function suggestReplies(model: ReplyModel, context: readonly Turn[], count = 3): SuggestedReply[] {
  const sources = new Map<string, { source: number; feedback: number }>();
  for (const [id, feedback] of feedbackEffects({ index: model.history, reranker: model.feedback }, { text: lastWords(context) }, contextsRead)) {
    const { reply } = model.pairs[Number(id)] as ReplyPair;
    if (!sources.has(reply)) sources.set(reply, { source: Number(id), feedback });
  }
  const suggested = scoreReplies(model, context, [...sources.keys()]).map((scored): SuggestedReply => {
    const { source, feedback } = sources.get(scored.reply) as { source: number; feedback: number };
    return { ...scored, score: scored.score + feedback, source, feedback };
  });
  return suggested.toSorted((left, right) => right.score - left.score).slice(0, count);
}

/** Learns from one use, in place: whether the past context was a good source, and what was sent, which joins the history. */
export function learnReply(model: ReplyModel, feedback: ReplyFeedback): void {
  const judgment = { text: lastWords(feedback.context), id: String(feedback.source), relevant: feedback.kind === 'accepted' };
  if (feedback.kind !== 'edited') learnJudgment(model.feedback, model.history, judgment);
  if (feedback.kind === 'rejected') return;
  const past = model.pairs[feedback.source];
  const reply = feedback.kind === 'edited' ? feedback.sent : past?.reply;
  if (reply !== undefined) rememberReply(model, { context: feedback.context, reply });
}
