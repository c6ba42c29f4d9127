import { expect, it } from 'vitest';
import type { KeyPress } from '../lib/chord.ts';
import { findCommand, type PressPlace } from './find-command.ts';

const OUTSIDE: PressPlace = { isInText: false, isDialogOpen: false };
const IN_TEXT: PressPlace = { isInText: true, isDialogOpen: false };
const IN_DIALOG: PressPlace = { isInText: false, isDialogOpen: true };

const press = (parts: Partial<KeyPress>): KeyPress => ({
  key: '', code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false, keyCode: 0, getModifierState: () => false, ...parts,
});

const find = (parts: Partial<KeyPress>, place: PressPlace) => findCommand(press(parts), { place, platform: 'other', canGive: () => true });

it('gives single letters outside text only', () => {
  expect(find({ key: 't', code: 'KeyT' }, OUTSIDE)).toBe('conversation.transfer');
  expect(find({ key: 't', code: 'KeyT' }, IN_TEXT)).toBeNull();
});

it('matches Alt chords by the place of the key, and never with AltGraph', () => {
  expect(find({ key: '¡', code: 'Digit1', altKey: true }, IN_TEXT)).toBe('suggestion.first');
  expect(find({ key: '1', code: 'Digit1', altKey: true, getModifierState: () => true }, IN_TEXT)).toBeNull();
});

it('leaves keys to an input method while it composes', () => {
  expect(find({ key: 'Enter', code: 'Enter', ctrlKey: true, isComposing: true }, IN_TEXT)).toBeNull();
  expect(find({ key: 'Process', code: 'Enter', ctrlKey: true, keyCode: 229 }, IN_TEXT)).toBeNull();
});

it('keeps everything behind a dialogue still, but for its own command', () => {
  expect(find({ key: 'k', code: 'KeyK', ctrlKey: true }, IN_DIALOG)).toBeNull();
  expect(find({ key: 'Enter', code: 'Enter', ctrlKey: true, shiftKey: true }, IN_DIALOG)).toBe('stale.send-anyway');
  expect(find({ key: 'Enter', code: 'Enter', ctrlKey: true, shiftKey: true }, OUTSIDE)).toBeNull();
});

it('gives only what can be given now', () => {
  expect(findCommand(press({ key: 'F6', code: 'F6' }), { place: OUTSIDE, platform: 'other', canGive: () => false })).toBeNull();
});
