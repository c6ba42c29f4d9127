import { expect, it } from 'vitest';
import { createComposerStore, draftKey, draftOf } from './composer-store.ts';
import { insertAt, macroAt, withoutSent } from './text-edit.ts';

const KEY = draftKey('a', 'reply');
const suggestion = { setId: 'set', suggestionId: 's1', words: 'Sorry.' };

it('inserts a suggestion at the caret, and the second press takes it out again', () => {
  const { getState } = createComposerStore();
  getState().change(KEY, { text: 'Hi  bye', start: 3, end: 3 });
  expect(getState().toggleSuggestion(KEY, suggestion)).toBe('inserted');
  expect(draftOf(getState().drafts, KEY)).toMatchObject({ text: 'Hi Sorry. bye', start: 9, end: 9 });
  expect(getState().toggleSuggestion(KEY, suggestion)).toBe('undone');
  expect(draftOf(getState().drafts, KEY)).toMatchObject({ text: 'Hi  bye', suggestion: null });
});

it('does not undo over words written since', () => {
  const { getState } = createComposerStore();
  getState().toggleSuggestion(KEY, suggestion);
  getState().change(KEY, { text: 'Sorry. More' });
  expect(getState().toggleSuggestion(KEY, suggestion)).toBe('inserted');
});

it('keeps what was typed while the message was being put on disk', () => {
  const { getState } = createComposerStore();
  getState().change(KEY, { text: 'sent and more' });
  getState().clearSent(KEY, { text: 'sent', attachments: [] });
  expect(draftOf(getState().drafts, KEY).text).toBe('and more');
});

it('keeps drafts of one conversation apart by mode', () => {
  const { getState } = createComposerStore();
  getState().change(draftKey('a', 'note'), { text: 'for us' });
  expect(draftOf(getState().drafts, KEY).text).toBe('');
});

it('edits text by its rules', () => {
  expect(insertAt({ text: 'abc', start: 1, end: 2 }, 'XY')).toEqual({ text: 'aXYc', start: 3, end: 3 });
  expect(withoutSent('changed otherwise', 'sent')).toBe('changed otherwise');
  expect(macroAt({ text: 'well /hi', start: 8, end: 8 })).toEqual({ query: 'hi', from: 5 });
  expect(macroAt({ text: 'a/b', start: 3, end: 3 })).toBeNull();
});

it('a file that was added while a message was being kept stays, and those that went with it leave', () => {
  const { getState } = createComposerStore();
  const file = (name: string) => ({ blobId: name.repeat(64), name, mediaType: 'image/png', bytes: 9 });
  const [sent, later] = [file('a'), file('b')];
  getState().change(KEY, { text: 'see', attachments: [sent] });
  const going = draftOf(getState().drafts, KEY);
  getState().change(KEY, { attachments: [...going.attachments, later] });
  getState().clearSent(KEY, going);
  expect(draftOf(getState().drafts, KEY)).toMatchObject({ text: '', attachments: [later] });
});
