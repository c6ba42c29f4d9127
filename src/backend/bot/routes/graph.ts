import { articleSource, type Turn, type TurnInput } from '../turn.ts';
import { phrasesIn } from '../phrases/phrases.ts';
import { findProduct } from './order.ts';

/** "Will this shrink?": product -> material -> care rule. Asks which product once, if nothing tells. */
export function answerFromGraph(input: TurnInput, intent: string | null): Turn | null {
  const product = findProduct(input);
  if (!product) {
    const hasAsked = input.head.bot.tried.some((attempt) => attempt.step === 'asked-product');
    return hasAsked ? null : { kind: 'clarify', text: phrasesIn(input.language).whichProduct, buttons: [], between: [], slot: 'product' };
  }
  const path = intent === null ? null : input.knowledge.walk(product.slug, intent);
  const article = path && input.knowledge.current(path.articleSlug);
  if (!path || !article?.answer || article.visibility !== 'public') return null;
  const source = { kind: 'graph' as const, ref: product.slug, version: String(article.version), label: product.name, path: [...path.labels] };
  return { kind: 'answer', text: article.answer[input.language], buttons: [], sources: [source, articleSource(article)] };
}
