import { FRESH_BOT } from '../initial-head.ts';
import type { HeadHandlers } from './handlers.ts';

type EpisodeTypes = 'episode.opened' | 'episode.resolved' | 'episode.reopened' | 'conversation.snoozed' | 'conversation.unsnoozed' | 'content.erased';

/** An episode's life: what belongs to the episode starts afresh with it. */
export const episodeHandlers: HeadHandlers<EpisodeTypes> = {
  'episode.opened': (head, { at, payload }) => ({
    ...head,
    language: payload.language,
    episode: { number: payload.episode, status: 'open', openedAt: at, resolvedAt: null, hadPerson: payload.mode === 'person', handedOffAt: null },
    holder: payload.mode === 'bot' ? { kind: 'bot' } : { kind: 'none' },
    waitingSince: null,
    mood: { level: 0, trend: [] },
    openFlags: [],
    packet: null,
    ticket: null,
    suggestions: null,
    sla: null,
    snoozedUntil: null,
    bot: FRESH_BOT,
  }),
  'episode.resolved': (head, { at }) => ({
    ...head,
    episode: { ...head.episode, status: 'resolved', resolvedAt: at },
    holder: { kind: 'none' },
    waitingSince: null,
    suggestions: head.suggestions && { ...head.suggestions, withdrawn: head.suggestions.withdrawn ?? 'resolved' },
    sla: null,
    snoozedUntil: null,
    openFlags: [],
    bot: { ...head.bot, proposal: null },
  }),
  'episode.reopened': (head, { payload }) => ({
    ...head,
    episode: { ...head.episode, status: 'open', resolvedAt: null },
    holder: payload.mode === 'bot' ? { kind: 'bot' } : { kind: 'none' },
  }),
  'conversation.snoozed': (head, { payload }) => ({ ...head, snoozedUntil: payload.until }),
  'conversation.unsnoozed': (head) => ({ ...head, snoozedUntil: null }),
  'content.erased': (head, { payload }) => {
    const erased = new Set(payload.contentIds);
    const isErased = (part: { contentId: string | null } | null): boolean => part?.contentId != null && erased.has(part.contentId);
    return {
      ...head,
      last: head.last && isErased(head.last) ? { ...head.last, text: null } : head.last,
      packet: head.packet && isErased(head.packet) ? { ...head.packet, content: null } : head.packet,
      suggestions: head.suggestions && isErased(head.suggestions) ? { ...head.suggestions, texts: {} } : head.suggestions,
    };
  },
};
