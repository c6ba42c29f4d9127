import { kindOfUnit, unitKind } from '../tokens/script.ts';

/** Many phrases, each with a value, found in one pass over a text: a tree of characters. */
export interface PhraseTrie<T> {
  children: Map<number, PhraseTrie<T>>;
  value?: T;
}

/** A phrase found in a normalised text. */
export interface PhraseMatch<T> {
  start: number;
  end: number;
  value: T;
}

export function createPhraseTrie<T>(phrases: Iterable<readonly [phrase: string, value: T]>): PhraseTrie<T> {
  const root: PhraseTrie<T> = { children: new Map() };
  for (const [phrase, value] of phrases) {
    let node = root;
    for (let at = 0; at < phrase.length; at += 1) {
      const unit = phrase.charCodeAt(at);
      const next: PhraseTrie<T> = node.children.get(unit) ?? { children: new Map() };
      node.children.set(unit, next);
      node = next;
    }
    node.value = value;
  }
  return root;
}

/** The longest phrase at each place, left to right, without overlaps; Latin phrases only as whole words. */
export function matchPhrases<T>(trie: PhraseTrie<T>, text: string): PhraseMatch<T>[] {
  const matches: PhraseMatch<T>[] = [];
  let at = 0;
  while (at < text.length) {
    const match = isInsideWord(text, at) ? undefined : longestAt(trie, text, at);
    if (match) matches.push(match);
    at = match ? match.end : at + 1;
  }
  return matches;
}

function longestAt<T>(trie: PhraseTrie<T>, text: string, start: number): PhraseMatch<T> | undefined {
  let node: PhraseTrie<T> | undefined = trie;
  let longest: PhraseMatch<T> | undefined;
  for (let at = start; at < text.length; at += 1) {
    node = node.children.get(text.charCodeAt(at));
    if (!node) break;
    if (node.value !== undefined && !isInsideWord(text, at + 1)) longest = { start, end: at + 1, value: node.value };
  }
  return longest;
}

/** Whether the place lies between two letters or digits of one Latin word. */
function isInsideWord(text: string, at: number): boolean {
  return at > 0 && at < text.length && isWordUnit(text, at - 1) && isWordUnit(text, at);
}

function isWordUnit(text: string, at: number): boolean {
  return kindOfUnit(text.charCodeAt(at)) === unitKind.word;
}
