import { describe, expect, it } from 'vitest';
import { matchesChord, parseChord, type KeyPress, type Platform } from './chord.ts';

type Given = Partial<Omit<KeyPress, 'getModifierState'>> & { readonly altGraph?: boolean };

function press({ altGraph = false, ...given }: Given): KeyPress {
  return {
    key: '', code: '', keyCode: 0, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false,
    ...given,
    getModifierState: () => altGraph,
  };
}

function matches(chord: string, given: Given, platform: Platform = 'other'): boolean {
  return matchesChord(press(given), parseChord(chord), platform);
}

describe('parseChord', () => {
  it('reads modifiers and a key', () => {
    expect(parseChord('Mod+Shift+E')).toEqual({ mod: true, ctrl: false, alt: false, shift: true, key: 'E' });
    expect(parseChord('/').key).toBe('/');
    expect(parseChord('+').key).toBe('+');
  });

  it('refuses what is no chord', () => {
    expect(() => parseChord('Hyper+K')).toThrow('Not a chord');
    expect(() => parseChord('Mod+')).toThrow('Not a chord');
  });
});

describe('a chord with Mod', () => {
  it('is Ctrl, and Cmd on macOS', () => {
    expect(matches('Mod+K', { key: 'k', code: 'KeyK', ctrlKey: true })).toBe(true);
    expect(matches('Mod+K', { key: 'k', code: 'KeyK', metaKey: true })).toBe(false);
    expect(matches('Mod+K', { key: 'k', code: 'KeyK', metaKey: true }, 'mac')).toBe(true);
    expect(matches('Mod+K', { key: 'k', code: 'KeyK', ctrlKey: true }, 'mac')).toBe(false);
  });

  it('wants exactly its modifiers', () => {
    expect(matches('Mod+E', { key: 'E', code: 'KeyE', ctrlKey: true, shiftKey: true })).toBe(false);
    expect(matches('Mod+Shift+E', { key: 'E', code: 'KeyE', ctrlKey: true, shiftKey: true })).toBe(true);
    expect(matches('Mod+Shift+E', { key: 'e', code: 'KeyE', ctrlKey: true })).toBe(false);
  });

  it('finds its letter by place on a layout of another script', () => {
    expect(matches('Mod+K', { key: 'л', code: 'KeyK', ctrlKey: true })).toBe(true);
    expect(matches('Mod+K', { key: 'j', code: 'KeyK', ctrlKey: true })).toBe(false);
  });
});

describe('a chord with Alt', () => {
  it('goes by the place of the key, whatever it types', () => {
    expect(matches('Alt+1', { key: '¡', code: 'Digit1', altKey: true }, 'mac')).toBe(true);
    expect(matches('Alt+K', { key: '˚', code: 'KeyK', altKey: true }, 'mac')).toBe(true);
    expect(matches('Alt+1', { key: '1', code: 'Numpad1', altKey: true })).toBe(false);
  });

  it('never answers to AltGraph', () => {
    expect(matches('Alt+1', { key: '1', code: 'Digit1', altKey: true, altGraph: true })).toBe(false);
    expect(matches('Mod+Alt+Q', { key: '@', code: 'KeyQ', altKey: true, ctrlKey: true, altGraph: true })).toBe(false);
  });
});

describe('a single key', () => {
  it('is itself, in either case', () => {
    expect(matches('J', { key: 'j', code: 'KeyJ' })).toBe(true);
    expect(matches('J', { key: 'J', code: 'KeyJ', shiftKey: true })).toBe(false);
    expect(matches('Escape', { key: 'Escape', code: 'Escape' })).toBe(true);
  });

  it('that is a sign does not care how the layout types it', () => {
    expect(matches('/', { key: '/', code: 'Slash' })).toBe(true);
    expect(matches('/', { key: '/', code: 'Digit7', shiftKey: true })).toBe(true);
  });
});

describe('an input method', () => {
  it('keeps every key it composes with', () => {
    expect(matches('Ctrl+Enter', { key: 'Enter', code: 'Enter', ctrlKey: true })).toBe(true);
    expect(matches('Ctrl+Enter', { key: 'Enter', code: 'Enter', ctrlKey: true, isComposing: true })).toBe(false);
    expect(matches('J', { key: 'Process', code: 'KeyJ', keyCode: 229 })).toBe(false);
    expect(matches('J', { key: 'j', code: 'KeyJ', keyCode: 229 })).toBe(false);
  });
});
