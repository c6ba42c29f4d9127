export type Platform = 'mac' | 'other';

/** What the matcher reads of a keyboard event; the DOM's `KeyboardEvent` fits. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly isComposing: boolean;
  readonly keyCode: number;
  getModifierState(name: 'AltGraph'): boolean;
}

/** A parsed chord: its modifiers, and the key as it is written (`K`, `1`, `Enter`, `/`). */
export interface Chord {
  readonly mod: boolean;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  readonly key: string;
}

const MODIFIERS = new Set(['Mod', 'Ctrl', 'Alt', 'Shift']);

// Browsers answer 229 for every key an input method swallows, some of them without `isComposing`.
const INPUT_METHOD_KEY_CODE = 229;

/** Reads `Mod+Shift+E`, `Alt+1`, `Ctrl+Enter`, `/`. Throws on an unknown modifier: chords are written by us. */
export function parseChord(text: string): Chord {
  const parts = text === '+' ? ['+'] : text.split('+');
  const key = parts.at(-1) ?? '';
  const modifiers = parts.slice(0, -1);
  const unknown = modifiers.find((name) => !MODIFIERS.has(name));
  if (unknown !== undefined || key === '') throw new Error(`Not a chord: ${text}`);
  const has = (name: string): boolean => modifiers.includes(name);
  return { mod: has('Mod'), ctrl: has('Ctrl'), alt: has('Alt'), shift: has('Shift'), key };
}

/**
 * Whether a key press is the chord. Mod is Cmd on macOS and Ctrl elsewhere. A chord with Alt is matched by the place of
 * the key (`event.code`), because Alt changes what it types; AltGraph types letters and never matches, nor does a press
 * that an input method is composing with.
 */
export function matchesChord(press: KeyPress, chord: Chord, platform: Platform): boolean {
  if (press.isComposing || press.keyCode === INPUT_METHOD_KEY_CODE || press.getModifierState('AltGraph')) return false;
  return hasModifiers(press, chord, platform) && (chord.alt ? matchesPlace(press, chord) : matchesKey(press, chord));
}

function hasModifiers(press: KeyPress, chord: Chord, platform: Platform): boolean {
  const wantsCtrl = chord.ctrl || (chord.mod && platform === 'other');
  const wantsMeta = chord.mod && platform === 'mac';
  if (press.ctrlKey !== wantsCtrl || press.metaKey !== wantsMeta || press.altKey !== chord.alt) return false;
  // "?" needs Shift on one layout and none on another: what it typed is enough.
  return press.shiftKey === chord.shift || (!chord.shift && isSign(chord.key));
}

function matchesKey(press: KeyPress, chord: Chord): boolean {
  if (press.key.toLowerCase() === chord.key.toLowerCase()) return true;
  // On a layout of another script (Russian, Greek) the letter's place stands for it.
  const isForeign = (press.key.codePointAt(0) ?? 0) > 0x7f;
  return (isForeign || chord.shift) && matchesPlace(press, chord);
}

function matchesPlace(press: KeyPress, chord: Chord): boolean {
  return press.code === placeOf(chord.key);
}

function placeOf(key: string): string {
  if (/^[a-z]$/i.test(key)) return `Key${key.toUpperCase()}`;
  if (/^\d$/.test(key)) return `Digit${key}`;
  return key;
}

function isSign(key: string): boolean {
  return key.length === 1 && !/[a-z0-9]/i.test(key);
}
