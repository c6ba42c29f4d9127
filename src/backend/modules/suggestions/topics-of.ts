import { isProblem } from '../../bot/intents.ts';
import { intentOf } from '../../bot/turn-intent.ts';
import type { TurnInput } from '../../bot/turn.ts';

/** What a person may have to answer, each intent with its probability from 0 to 1. */
export type Topics = ReadonlyMap<string, number>;

/** How sure it is that words without a problem of their own ("what now", a photo, an order number) go on with the one before. */
const CARRIED = 0.7;

/** Whether the message itself says what it is about. */
export const saysItself = (input: TurnInput): boolean => !input.reading.abstained && isProblem(input.reading.intent) && intentOf(input) === input.reading.intent;

/** What the customer's last message is about: as it was read, and where it says nothing itself, what the packet or the turn before it say. */
export function topicsOf(input: TurnInput): Topics {
  const { reading, head } = input;
  const topics = new Map(reading.runnersUp.map(({ label, confidence }) => [label, confidence]));
  if (!reading.abstained) topics.set(reading.intent, reading.confidence);
  if (saysItself(input)) return topics;
  const carried = head.packet?.facts.intent ?? head.bot.lastIntent;
  return carried === null ? topics : topics.set(carried, Math.max(CARRIED, topics.get(carried) ?? 0));
}

/** The likeliest problem among topics, if there is one. */
export function likeliest(topics: Topics): { readonly intent: string; readonly probability: number } | null {
  const problems = [...topics].filter(([intent]) => isProblem(intent)).toSorted(([, left], [, right]) => right - left);
  const [first] = problems;
  return first ? { intent: first[0], probability: first[1] } : null;
}
