import type { ConversationHead } from '../../../contracts/conversation-state.ts';
import type { Source } from '../../../contracts/assist.ts';
import { lastOf, unchanged, type HeadHandlers } from './handlers.ts';

type BotTypes =
  | 'turn.understood' | 'bot.answered' | 'bot.clarified' | 'bot.acted'
  | 'flag.raised' | 'flag.confirmed' | 'flag.dismissed' | 'flag.cleared'
  | 'handoff.requested' | 'suggestion.offered' | 'suggestion.withdrawn' | 'suggestion.observed';

/** Smoothing of the live mood line; the value of the design's assist page. */
const MOOD_ALPHA = 0.35;
const TREND_KEPT = 12;
const FLAGS_KEPT = 20;
const TRIED_KEPT = 8;

function nextMood(mood: ConversationHead['mood'], sentiment: number): ConversationHead['mood'] {
  const level = mood.trend.length === 0 ? sentiment : mood.level + MOOD_ALPHA * (sentiment - mood.level);
  return { level, trend: lastOf([...mood.trend, level], TREND_KEPT) };
}

function withTried(head: ConversationHead, step: string, sources: Source[]): ConversationHead['bot'] {
  return { ...head.bot, tried: lastOf([...head.bot.tried, { step, intent: head.bot.lastIntent, sources }], TRIED_KEPT) };
}

const withoutFlag = (head: ConversationHead, flagId: string): ConversationHead => ({
  ...head,
  openFlags: head.openFlags.filter((flag) => flag.flagId !== flagId),
});

/** What the machines noticed, tried and proposed. */
export const botHandlers: HeadHandlers<BotTypes> = {
  'turn.understood': (head, { payload }) => ({
    ...head,
    mood: nextMood(head.mood, payload.sentiment),
    orderNumber: payload.orderNumber ?? head.orderNumber,
    bot: { ...head.bot, lastIntent: payload.intent ?? head.bot.lastIntent },
  }),
  // An answer without a source is the bot saying that it doesn't know.
  'bot.answered': (head, { payload }) => ({
    ...head,
    bot: { ...withTried(head, 'answered', payload.sources), answers: head.bot.answers + 1, failures: payload.sources.length > 0 ? 0 : head.bot.failures + 1 },
  }),
  'bot.clarified': (head, { payload }) => ({
    ...head,
    bot: { ...withTried(head, payload.slot === null ? 'clarified' : `asked-${payload.slot}`, payload.sources), clarifications: head.bot.clarifications + 1 },
  }),
  'bot.acted': (head, { payload }) => ({
    ...head,
    bot: {
      ...withTried(head, payload.step, payload.sources),
      failures: 0,
      proposal: payload.step === 'proposed' ? { action: payload.action, orderNumber: payload.orderNumber, messageSeq: payload.messageSeq } : null,
    },
  }),
  'flag.raised': (head, { payload }) => ({
    ...head,
    openFlags: lastOf([...head.openFlags, { flagId: payload.flagId, messageSeq: payload.messageSeq, kind: payload.kind, band: payload.band }], FLAGS_KEPT),
  }),
  'flag.confirmed': unchanged,
  'flag.dismissed': (head, { payload }) => withoutFlag(head, payload.flagId),
  'flag.cleared': (head, { payload }) => withoutFlag(head, payload.flagId),
  'handoff.requested': (head, { seq, at, payload, content, contentId }) => ({
    ...head,
    packet: { seq, at, facts: payload, content, contentId },
    orderNumber: payload.orderNumber ?? head.orderNumber,
    episode: { ...head.episode, hadPerson: true, handedOffAt: at },
    waitingSince: at,
    bot: { ...head.bot, proposal: null },
  }),
  'suggestion.offered': (head, { seq, payload, content, contentId }) => ({
    ...head,
    suggestions: {
      setId: payload.setId,
      seq,
      contentId,
      messageSeq: payload.messageSeq,
      items: payload.items,
      texts: content?.texts ?? {},
      milliseconds: payload.milliseconds,
      // Made for an older message: it was stale before it came. What the bot says in parting changes nothing.
      withdrawn: payload.messageSeq < head.lastCustomerSeq ? 'customer-wrote' : null,
    },
  }),
  'suggestion.withdrawn': (head, { payload }) =>
    head.suggestions?.setId === payload.setId
      ? { ...head, suggestions: { ...head.suggestions, withdrawn: head.suggestions.withdrawn ?? payload.why } }
      : head,
  'suggestion.observed': unchanged,
};
