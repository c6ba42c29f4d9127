import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { createScriptedComposer, willing } from '../../app/scripted-composer.tsx';
import { COLLEAGUE, CONVERSATION, ME, type ScriptedMain } from '../../bridge/scripted-main.ts';
import { draftKey, draftOf } from '../../stores/composer-store.ts';

afterEach(cleanup);

async function open(main: ScriptedMain, opening: Parameters<typeof createScriptedComposer>[1] = {}) {
  const composer = createScriptedComposer(main, opening);
  render(<composer.Opened />, { wrapper: composer.Window });
  act(composer.begin);
  const field = await screen.findByRole<HTMLTextAreaElement>('textbox');
  const type = (text: string): void => void fireEvent.change(field, { target: { value: text, selectionStart: text.length, selectionEnd: text.length } });
  const passTo = (agentId: string): void => act(() => composer.passTo(agentId));
  const modeOf = (): string | null => field.getAttribute('aria-label');
  return { ...composer, field, type, passTo, modeOf };
}

const enterSends = { settings: { language: 'en', theme: 'light', enterSends: true, sound: false } } as const;
const enter = { key: 'Enter', code: 'Enter' };
const ctrlEnter = { ...enter, ctrlKey: true };

it('keeps a note a note when the conversation becomes one\'s own in the middle of a word', async () => {
  const main = willing();
  const { field, type, actsOf, passTo, modeOf } = await open(main, { owner: COLLEAGUE, app: enterSends });
  field.focus();
  type('this customer always lies ab');
  passTo(ME);
  expect([modeOf(), field.value]).toEqual(['Note', 'this customer always lies ab']);
  type('this customer always lies about it');
  fireEvent.keyDown(field, enter);
  await expect.poll(() => field.value).toBe('');
  // The next note is one too: the hand is still on the field.
  type('look at the last order');
  fireEvent.keyDown(field, enter);
  await expect.poll(() => actsOf().length).toBe(2);
  expect(actsOf().map((command) => command.type)).toEqual(['note.post', 'note.post']);
});

it('lets the person turn to the reply when the conversation has become theirs', async () => {
  const main = willing();
  const { field, type, passTo, modeOf, stores } = await open(main, { owner: COLLEAGUE });
  type('between us');
  passTo(ME);
  fireEvent.mouseDown(screen.getByRole('tab', { name: 'Reply' }), { button: 0 });
  await expect.poll(modeOf).toBe('Reply');
  expect(field.value).toBe('');
  expect(draftOf(stores.composer.getState().drafts, draftKey(CONVERSATION, 'note')).text).toBe('between us');
});

it('keeps a kept note in sight when the caret stands in it and the conversation becomes one\'s own', async () => {
  const main = willing();
  const { field, passTo, modeOf, stores } = await open(main, { owner: COLLEAGUE });
  stores.composer.getState().change(draftKey(CONVERSATION, 'note'), { text: 'from yesterday', start: 14, end: 14 });
  await expect.poll(() => field.value).toBe('from yesterday');
  field.focus();
  passTo(ME);
  expect([modeOf(), field.value]).toEqual(['Note', 'from yesterday']);
});

it('keeps a kept reply in sight that came when the caret stood there already, and the conversation is somebody else\'s then', async () => {
  const { field, passTo, modeOf, stores } = await open(willing());
  field.focus();
  act(() => stores.composer.getState().change(draftKey(CONVERSATION, 'reply'), { text: 'from yesterday', start: 14, end: 14 }));
  passTo(COLLEAGUE);
  expect([modeOf(), field.value]).toEqual(['Reply', 'from yesterday']);
});

it('keeps a reply a reply, and holds it, when somebody takes the conversation over in the middle of a word', async () => {
  const main = willing();
  const { field, type, actsOf, passTo, modeOf } = await open(main, { app: enterSends });
  field.focus();
  type('Your parcel is on');
  passTo(COLLEAGUE);
  expect([modeOf(), field.value]).toEqual(['Reply', 'Your parcel is on']);
  expect(screen.getByRole('alert').textContent).toMatch(/can’t be sent/);
  expect(screen.getByRole('button', { name: /^Send/ }).getAttribute('aria-disabled')).toBe('true');
  fireEvent.keyDown(field, enter);
  fireEvent.keyDown(field, ctrlEnter);
  fireEvent.click(screen.getByRole('button', { name: /^Send/ }));
  expect(actsOf()).toEqual([]);
  expect(field.value).toBe('Your parcel is on');
  passTo(ME);
  expect(screen.queryByRole('alert')).toBeNull();
  fireEvent.keyDown(field, enter);
  await expect.poll(() => actsOf()).toMatchObject([{ type: 'message.post', payload: { text: 'Your parcel is on' } }]);
});

it('leaves the words of a held reply where they are for whoever writes a note first', async () => {
  const main = willing();
  const { field, type, passTo, modeOf } = await open(main);
  type('Your parcel is on');
  passTo(COLLEAGUE);
  fireEvent.mouseDown(screen.getByRole('tab', { name: 'Note' }), { button: 0 });
  await expect.poll(modeOf).toBe('Note');
  fireEvent.mouseDown(screen.getByRole('tab', { name: 'Reply' }), { button: 0 });
  await expect.poll(modeOf).toBe('Reply');
  expect(field.value).toBe('Your parcel is on');
});

it('offers the note where nothing is being written and the conversation is somebody else\'s', async () => {
  const main = willing();
  const { passTo, modeOf } = await open(main);
  passTo(COLLEAGUE);
  expect(modeOf()).toBe('Note');
  passTo(ME);
  expect(modeOf()).toBe('Reply');
});
