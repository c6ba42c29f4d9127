import type { ConversationHead } from '../../../shared/contracts/conversation-state.ts';

/**
 * Since when the customer waits for a word, or null. The clock of `waitingSince` runs only for messages that came when a person had
 * it: one that the bot was relieved of before it answered has none, and its customer waits all the same.
 */
export const unansweredSince = ({ waitingSince, last }: Pick<ConversationHead, 'waitingSince' | 'last'>): number | null => waitingSince ?? (last?.by === 'customer' ? last.at : null);
