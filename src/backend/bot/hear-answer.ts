import type { ConversationHead } from '../../shared/contracts/conversation-state.ts';
import type { IntentReading } from './engine.ts';

/** Calibrated confidence from which words after a question are a new topic and not an answer that happens to sound like one. */
const NEW_TOPIC_FROM = 0.9;

/** Heard at once, whatever was asked. */
const ALWAYS_HEARD = new Set(['human-request', 'complaint-threat']);

/** Whether the bot's last turn asked for something: an order, a product, photos. */
export const hasAsked = ({ bot, holder }: ConversationHead): boolean => holder.kind === 'bot' && bot.tried.at(-1)?.step.startsWith('asked-') === true;

/**
 * What was read in words that may answer the bot's own question. "I can't take a photo right now" belongs to the broken cup, even
 * if a reader of single sentences finds another intent in it: after a question only a clear new topic counts as one.
 */
export function hearAnswer(reading: IntentReading, head: ConversationHead): IntentReading {
  const isNewTopic = reading.confidence >= NEW_TOPIC_FROM || ALWAYS_HEARD.has(reading.intent) || reading.intent === head.bot.lastIntent;
  return reading.abstained || isNewTopic || !hasAsked(head) ? reading : { ...reading, abstained: true };
}
