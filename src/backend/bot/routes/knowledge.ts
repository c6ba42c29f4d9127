import { intentFacts } from '../intents.ts';
import { articleSource, type Turn, type TurnInput } from '../turn.ts';
import type { Article } from '../../../shared/contracts/knowledge.ts';
import type { KnowledgeScope } from '../../modules/knowledge/knowledge.ts';
import { findOrder, findProduct } from './order.ts';

/** What the question is about: the product and order in question narrow the articles before any ranking. */
export function scopeOf(input: TurnInput, intent: string | null): KnowledgeScope {
  const product = findProduct(input);
  const order = findOrder(input);
  return { productSlug: product?.slug ?? null, category: product?.category ?? null, orderState: order?.state ?? null, stage: intentFacts(intent).stage };
}

/** Whether the bot has already answered with this article in this episode: saying it twice is no answer. */
const wasTried = (input: TurnInput, article: Article): boolean =>
  input.head.bot.tried.some((attempt) => attempt.sources.some((source) => source.ref === article.slug));

/** The best public article of the intent by its words in scope, else the intent's first that holds here. */
function chooseArticle(input: TurnInput, intent: string | null): Article | null {
  const scope = scopeOf(input, intent);
  const hits = input.knowledge.search({ text: input.text, language: input.language, scope, publicOnly: true, count: 5 });
  const answering = hits.map((hit) => hit.article).filter((article) => article.answer !== null);
  const ofIntent = answering.find((article) => intent !== null && article.intents.includes(intent) && !wasTried(input, article));
  if (ofIntent) return ofIntent;
  return intent === null ? null : (input.knowledge.forIntent(intent, scope).find((article) => !wasTried(input, article)) ?? null);
}

/** The article's own public answer, with the article as source; null when nothing new can be said. */
export function answerFromKnowledge(input: TurnInput, intent: string | null): Turn | null {
  const article = chooseArticle(input, intent);
  if (!article?.answer) return null;
  return { kind: 'answer', text: article.answer[input.language], buttons: [], sources: [articleSource(article)] };
}
