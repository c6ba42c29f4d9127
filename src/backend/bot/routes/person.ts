import { phrasesIn } from '../phrases/phrases.ts';
import type { Turn, TurnInput } from '../turn.ts';
import { intentFacts } from '../intents.ts';
import { intentOf } from '../turn-intent.ts';
import { findOrder } from './order.ts';

/** What only a person may do. Where photos decide, they are asked for once, so that the person can act at once. */
export function handToPerson(input: TurnInput, needsEvidence: boolean): Turn {
  const hasPhotos = input.slots['photos'] !== undefined;
  const hasAsked = input.head.bot.tried.some((attempt) => attempt.step === 'asked-photos');
  if (!needsEvidence || hasPhotos || hasAsked) return { kind: 'hand-off', reason: 'policy' };
  const order = findOrder(input);
  const intent = intentOf(input);
  const [article] = input.knowledge.forIntent(intent ?? '', { productSlug: null, category: null, orderState: order?.state ?? null, stage: intentFacts(intent).stage });
  const text = phrasesIn(input.language).askEvidence;
  return { kind: 'clarify', text: article?.answer ? `${text}\n${article.answer[input.language]}` : text, buttons: [], between: [], slot: 'photos' };
}
