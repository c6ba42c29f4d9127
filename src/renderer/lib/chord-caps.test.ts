import { expect, it } from 'vitest';
import { chordCaps } from './chord-caps.ts';

it('prints a chord as the keys of the platform', () => {
  expect(chordCaps('Ctrl+Enter', 'other')).toBe('Ctrl ↵');
  expect(chordCaps('Mod+Shift+Enter', 'other')).toBe('Ctrl ⇧ ↵');
  expect(chordCaps('Mod+Shift+Enter', 'mac')).toBe('⌘ ⇧ ↵');
  expect(chordCaps('Alt+1', 'other')).toBe('Alt 1');
  expect(chordCaps('Alt+1', 'mac')).toBe('⌥ 1');
  expect(chordCaps('j', 'other')).toBe('J');
  expect(chordCaps('Escape', 'other')).toBe('Esc');
  expect(chordCaps('Tab', 'other')).toBe('Tab');
});
