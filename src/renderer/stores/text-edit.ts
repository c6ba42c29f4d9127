/** A text with the stretch that is selected in it; `start === end` is a caret. */
export type TextEdit = { readonly text: string; readonly start: number; readonly end: number };

/** Puts words in place of what is selected; the caret then stands behind them. */
export function insertAt(edit: TextEdit, words: string): TextEdit {
  const at = edit.start + words.length;
  return { text: edit.text.slice(0, edit.start) + words + edit.text.slice(edit.end), start: at, end: at };
}

/**
 * What stays in the composer after `sent` has left it: nothing, or what was typed behind it while it was being put on disk.
 * A text that was changed in any other way stays whole, since losing words is worse than saying them twice.
 */
export function withoutSent(text: string, sent: string): string {
  return text.startsWith(sent) ? text.slice(sent.length).trimStart() : text;
}

const MACRO_WORD = /(^|\s)\/(\S*)$/;

/** The word after a slash right before the caret (`/hi`), with where the slash stands; null when none is being typed. */
export function macroAt(edit: TextEdit): { readonly query: string; readonly from: number } | null {
  const before = edit.text.slice(0, edit.start);
  const match = MACRO_WORD.exec(before);
  if (edit.start !== edit.end || match === null) return null;
  const query = match[2] ?? '';
  return { query, from: before.length - query.length - 1 };
}
