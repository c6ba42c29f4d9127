import { readFileSync } from 'node:fs';
import { createPhraseGuard, guardReply, type GuardHit, type GuardRule, type PhraseGuard } from '../../assist/index.ts';
import type { PhraseHit } from '../../shared/contracts/assist.ts';
import { codePointLength, LIMITS } from '../../shared/lib/limits.ts';

/** Says what in a reply should not go out as it is, in reading order. A text too long to be sent has nothing to be checked for. */
export type CheckPhrases = (text: string) => PhraseHit[];

const readRules = (file: string): GuardRule[] => JSON.parse(readFileSync(file, 'utf8')) as GuardRule[];

function toHit({ level, rule, span: [start, end], text, suggest }: GuardHit): PhraseHit {
  return { level, rule: rule as PhraseHit['rule'], span: { start, end, text }, advice: suggest };
}

/** The guard over the rules that ship (`resources/lexicons/guard.json`), which are read when it is first asked. */
export function createPhraseCheck(file: string): CheckPhrases {
  let guard: PhraseGuard | null = null;
  return (text) => {
    if (codePointLength(text) > LIMITS.messageCodePoints) return [];
    guard ??= createPhraseGuard(readRules(file));
    return guardReply(guard, text).map(toHit);
  };
}
