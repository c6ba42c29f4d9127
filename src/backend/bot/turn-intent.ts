import { hasAsked } from './hear-answer.ts';
import type { TurnInput } from './turn.ts';

/** Answers to the bot's own question carry no intent: they go on with the one that was asked about. */
function answersQuestion({ choice, reading, slots, text, head }: TurnInput): boolean {
  if (choice?.startsWith('order:')) return true;
  const isPhotoAlone = text.trim() === '' && slots['photos'] !== undefined;
  return isPhotoAlone || (reading.abstained && (slots['orderNumber'] !== undefined || hasAsked(head)));
}

/** The intent of a turn: what a pressed button says, what an answer goes on with, else what was read; null when nothing was. */
export function intentOf(input: TurnInput): string | null {
  if (input.choice?.startsWith('intent:')) return input.choice.slice('intent:'.length);
  if (answersQuestion(input)) return input.head.bot.lastIntent;
  return input.reading.abstained ? null : input.reading.intent;
}
