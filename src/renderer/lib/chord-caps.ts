import { parseChord, type Platform } from './chord.ts';

const SIGNS: Readonly<Record<string, string>> = {
  Enter: '↵',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Backspace: '⌫',
};

/** A chord as it is printed on a key cap: `Ctrl ⇧ ↵` and `Alt 1`; on macOS `⌘ ⇧ ↵` and `⌥ 1`. */
export function chordCaps(text: string, platform: Platform): string {
  const chord = parseChord(text);
  const isMac = platform === 'mac';
  const caps: string[] = [];
  if (chord.ctrl) caps.push(isMac ? '⌃' : 'Ctrl');
  if (chord.mod) caps.push(isMac ? '⌘' : 'Ctrl');
  if (chord.alt) caps.push(isMac ? '⌥' : 'Alt');
  if (chord.shift) caps.push('⇧');
  caps.push(SIGNS[chord.key] ?? (chord.key.length === 1 ? chord.key.toUpperCase() : chord.key));
  return caps.join(' ');
}
