import { compilePatterns, findPatterns, type PatternList, type PatternSource } from '../patterns/pattern-list.ts';
import { normalizeAligned, type Span } from '../tokens/normalize.ts';
import { detectLanguage } from '../tokens/script.ts';

/** block: may not be sent; confirm: the agent is asked; hint: shown only. */
export type GuardLevel = 'block' | 'confirm' | 'hint';

/** One rule of `resources/lexicons/guard.json`. */
export interface GuardRule extends PatternSource {
  /** Stable code, also the key of the reason shown. */
  rule: string;
  level: GuardLevel;
  /** A better wording, by language. */
  suggest: { zh: string; en: string };
}

export interface GuardHit {
  level: GuardLevel;
  rule: string;
  span: Span;
  text: string;
  /** A better wording in the language of the text. */
  suggest: string;
}

/** Compiled rules. */
export type PhraseGuard = { rule: GuardRule; list: PatternList }[];

export function createPhraseGuard(rules: readonly GuardRule[]): PhraseGuard {
  return rules.map((rule) => ({ rule, list: compilePatterns(rule) }));
}

/** What in a reply should not go out as it is, in reading order. Empty = fine to send. */
export function guardReply(guard: PhraseGuard, text: string): GuardHit[] {
  const aligned = normalizeAligned(text);
  const language = detectLanguage(text);
  const hits = guard.flatMap(({ rule, list }) =>
    findPatterns(list, aligned).map((span) => ({ level: rule.level, rule: rule.rule, span, text: text.slice(...span), suggest: rule.suggest[language] })),
  );
  return hits.toSorted((left, right) => left.span[0] - right.span[0]);
}
