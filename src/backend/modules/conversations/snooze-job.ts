import type { Id } from '../../../shared/contracts/basics.ts';

export const UNSNOOZE_KIND = 'conversation.unsnooze';

/** Dedup key of the job that wakes a conversation: one a conversation. */
export const unsnoozeKey = (conversationId: Id): string => `${UNSNOOZE_KIND}:${conversationId}`;
