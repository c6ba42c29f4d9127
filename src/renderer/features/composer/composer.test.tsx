import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { PhraseHit } from '../../../shared/contracts/assist.ts';
import type { StaffCommand } from '../../../shared/contracts/commands.ts';
import { err, ok } from '../../../shared/lib/result.ts';
import { createScriptedComposer, entryOf, willing, willingly } from '../../app/scripted-composer.tsx';
import { CONVERSATION, createScriptedMain, START, type ScriptedMain } from '../../bridge/scripted-main.ts';
import { draftKey } from '../../stores/composer-store.ts';

afterEach(cleanup);

const KEY = draftKey(CONVERSATION, 'reply');

async function open(main: ScriptedMain, opening: Parameters<typeof createScriptedComposer>[1] = {}) {
  const composer = createScriptedComposer(main, opening);
  render(<composer.Opened />, { wrapper: composer.Window });
  act(composer.begin);
  const field = await screen.findByRole<HTMLTextAreaElement>('textbox');
  const type = (text: string): void => void fireEvent.change(field, { target: { value: text, selectionStart: text.length, selectionEnd: text.length } });
  return { ...composer, field, type };
}

const ctrlEnter = { key: 'Enter', code: 'Enter', ctrlKey: true };

it('sends with what has been seen at the key press, and clears once it is on disk', async () => {
  const main = willing();
  const { stores, field, type, actsOf } = await open(main);
  stores.seen.getState().sawUpTo(CONVERSATION, 3);
  type('On its way');
  field.focus();
  fireEvent.keyDown(field, ctrlEnter);
  await expect.poll(() => field.value).toBe('');
  expect(actsOf()).toMatchObject([{ type: 'message.post', seenSeq: 3, payload: { text: 'On its way', attachments: [] } }]);
});

it('gives main the whole draft, then the act that sends it, and nothing behind it', async () => {
  const main = willing();
  const { field, type } = await open(main);
  type('On its way');
  field.focus();
  fireEvent.keyDown(field, ctrlEnter);
  await expect.poll(() => field.value).toBe('');
  const toKeep = main.given.filter(({ name }) => name === 'act' || name === 'draft.save');
  expect(toKeep).toMatchObject([{ name: 'draft.save', input: { mode: 'reply', text: 'On its way' } }, { name: 'act', input: { payload: { text: 'On its way' } } }]);
});

it('keeps the text when main refuses it', async () => {
  const main = createScriptedMain({ queries: { 'draft.get': () => ok(null) }, commands: { act: () => err({ code: 'OUTBOX_FULL' }), 'composer.claim': () => ok(null) } });
  const { stores, field, type } = await open(main);
  type('Not lost');
  field.focus();
  fireEvent.keyDown(field, ctrlEnter);
  await expect.poll(() => stores.toast.getState().current?.topic).toMatchObject({ kind: 'failed', failure: { code: 'OUTBOX_FULL' } });
  expect(field.value).toBe('Not lost');
});

it('never sends while an input method is composing', async () => {
  const main = willing();
  const { field, type, actsOf } = await open(main, { app: { settings: { language: 'en', theme: 'light', enterSends: true, sound: false } } });
  type('ni hao');
  field.focus();
  fireEvent.keyDown(field, { key: 'Enter', code: 'Enter', isComposing: true });
  fireEvent.keyDown(field, { key: 'Process', code: 'Enter', keyCode: 229 });
  fireEvent.keyDown(field, { ...ctrlEnter, isComposing: true });
  expect(actsOf()).toEqual([]);
  fireEvent.keyDown(field, { key: 'Enter', code: 'Enter' });
  await expect.poll(() => actsOf().length).toBe(1);
});

it('makes a new line with Enter unless the person wants it to send', async () => {
  const main = willing();
  const { field, type, actsOf } = await open(main);
  type('line');
  expect(fireEvent.keyDown(field, { key: 'Enter', code: 'Enter' })).toBe(true);
  expect(actsOf()).toEqual([]);
});

it('sends once, however often the key is pressed', async () => {
  const main = willing();
  const { field, type, actsOf } = await open(main);
  type('once');
  field.focus();
  fireEvent.keyDown(field, ctrlEnter);
  fireEvent.keyDown(field, ctrlEnter);
  await expect.poll(() => field.value).toBe('');
  expect(actsOf().length).toBe(1);
});

it('does not send a second time what is still on its way, not even where the composer was opened anew', async () => {
  const late = Promise.withResolvers<null>();
  const main = createScriptedMain({
    queries: { 'draft.get': () => ok(null) },
    commands: {
      act: async (command) => {
        await late.promise;
        return ok(entryOf(command as StaffCommand));
      },
      'composer.claim': () => ok(null),
      'draft.save': () => ok({ savedAt: START }),
    },
  });
  const { stores, field, type, actsOf, Window, Opened, begin } = await open(main);
  type('once');
  field.focus();
  fireEvent.keyDown(field, ctrlEnter);
  await screen.findByText('on its way…');
  cleanup();
  render(<Opened />, { wrapper: Window });
  act(begin);
  const again = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Reply' });
  again.focus();
  fireEvent.keyDown(again, ctrlEnter);
  await expect.poll(() => actsOf().length).toBe(1);
  late.resolve(null);
  await expect.poll(() => stores.composer.getState().drafts[KEY]?.text).toBe('');
  expect(actsOf().length).toBe(1);
});

it('names the suggestion behind the words and whether they were changed', async () => {
  const main = willing();
  const { stores, field, actsOf } = await open(main);
  act(() => void stores.composer.getState().toggleSuggestion(KEY, { setId: 'set', suggestionId: 's1', words: 'We refund it.' }));
  field.focus();
  fireEvent.keyDown(field, ctrlEnter);
  await expect.poll(() => actsOf()[0]?.payload).toMatchObject({ suggestion: { setId: 'set', suggestionId: 's1', edited: false } });
});

it('does not send what words are just coming back in front of', async () => {
  const { stores, field, type, actsOf } = await open(willing());
  type('And one thing');
  field.focus();
  act(() => stores.composer.getState().change(KEY, { arriving: 1 }));
  fireEvent.keyDown(field, ctrlEnter);
  act(() => stores.composer.getState().change(KEY, { text: 'Back\nAnd one thing', arriving: 0 }));
  fireEvent.keyDown(field, ctrlEnter);
  await expect.poll(() => actsOf().map(({ payload }) => payload)).toMatchObject([{ text: 'Back\nAnd one thing' }]);
});

it('keeps the reply when one writes a note, and posts the note as one', async () => {
  const main = willing();
  const { field, type, actsOf } = await open(main);
  type('half a reply');
  fireEvent.keyDown(field, { key: 'E', code: 'KeyE', ctrlKey: true, shiftKey: true });
  const note = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Note' });
  expect(note.value).toBe('');
  fireEvent.change(note, { target: { value: 'between us' } });
  note.focus();
  fireEvent.keyDown(note, ctrlEnter);
  await expect.poll(() => note.value).toBe('');
  expect(actsOf()).toMatchObject([{ type: 'note.post', payload: { text: 'between us' } }]);
  fireEvent.keyDown(document.body, { key: 'r', code: 'KeyR' });
  expect((await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Reply' })).value).toBe('half a reply');
});

it('fills a macro by the slash', async () => {
  const main = willing();
  const { field, type } = await open(main);
  type('/h');
  await screen.findByRole('option', { name: /Greeting/ });
  fireEvent.keyDown(field, { key: 'Enter', code: 'Enter' });
  expect(field.value).toBe('Hello, this is Lin Zhiyao');
});

/** A main whose guard objects to "guaranteed", and forbids "WeChat". */
function guarded(): ScriptedMain {
  const objection = (text: string, words: string, [level, rule]: readonly [PhraseHit['level'], PhraseHit['rule']]): PhraseHit[] => {
    const start = text.indexOf(words);
    return start === -1 ? [] : [{ level, rule, span: { start, end: start + words.length, text: words }, advice: `not ${words}` }];
  };
  return createScriptedMain({
    queries: {
      'draft.get': () => ok(null),
      'phrases.check': ({ text }) => ok([...objection(text, 'guaranteed', ['confirm', 'promise-beyond-policy']), ...objection(text, 'WeChat', ['block', 'off-platform'])]),
    },
    commands: { act: (command) => ok(entryOf(command as StaffCommand)), 'composer.claim': () => ok(null), 'draft.save': () => ok({ savedAt: START }) },
  });
}

it('asks before a doubtful word goes, and sends it at the second press', async () => {
  const { field, type, actsOf } = await open(guarded());
  type('Saturday, guaranteed');
  await screen.findByText('not guaranteed');
  expect(screen.getByText('guaranteed', { selector: 'mark' })).toBeDefined();
  field.focus();
  fireEvent.keyDown(field, ctrlEnter);
  await screen.findByText('Send once more to send it so.');
  expect(actsOf()).toEqual([]);
  fireEvent.keyDown(field, ctrlEnter);
  await expect.poll(() => field.value).toBe('');
  expect(actsOf()).toMatchObject([{ payload: { text: 'Saturday, guaranteed' } }]);
});

it('asks no more about words that were kept', async () => {
  const { field, type, actsOf } = await open(guarded());
  type('Saturday, guaranteed');
  fireEvent.click(await screen.findByRole('button', { name: 'Keep' }));
  expect(screen.queryByText('not guaranteed')).toBeNull();
  field.focus();
  fireEvent.keyDown(field, ctrlEnter);
  await expect.poll(() => actsOf().length).toBe(1);
});

it('has not seen what came after the key press while the guard was still asked', async () => {
  let answer: () => void = () => {};
  const asked = new Promise<void>((resolve) => void (answer = resolve));
  const main = createScriptedMain({ ...willingly, queries: { ...willingly.queries, 'phrases.check': () => asked.then(() => ok([])) } });
  const { stores, field, type, actsOf } = await open(main);
  stores.seen.getState().sawUpTo(CONVERSATION, 3);
  type('It leaves today');
  field.focus();
  fireEvent.keyDown(field, ctrlEnter);
  stores.seen.getState().sawUpTo(CONVERSATION, 4);
  answer();
  await expect.poll(() => actsOf()).toMatchObject([{ type: 'message.post', seenSeq: 3 }]);
});

it('never sends what the guard forbids, not even words typed since it was last asked', async () => {
  const main = guarded();
  const { field, type, actsOf } = await open(main);
  field.focus();
  type('Pay me over WeChat');
  for (let press = 0; press < 3; press += 1) fireEvent.keyDown(field, ctrlEnter);
  await screen.findByText('not WeChat');
  expect(screen.getByRole('button', { name: /^Send/ }).getAttribute('aria-disabled')).toBe('true');
  fireEvent.keyDown(field, ctrlEnter);
  type('Pay in the shop');
  await expect.poll(() => screen.queryByText('not WeChat')).toBeNull();
  fireEvent.keyDown(field, ctrlEnter);
  await expect.poll(() => actsOf().map(({ payload }) => payload)).toMatchObject([{ text: 'Pay in the shop' }]);
});

it('leaves a selection alone that the guard\'s answer redraws around', async () => {
  const { field, type } = await open(guarded());
  type('Saturday, guaranteed');
  field.focus();
  // Made, and the browser has not said so yet.
  const notYet = (event: Event): void => event.stopImmediatePropagation();
  for (const name of ['select', 'selectionchange']) window.addEventListener(name, notYet, { capture: true, once: true });
  field.setSelectionRange(0, 8);
  await screen.findByText('not guaranteed');
  expect([field.selectionStart, field.selectionEnd]).toEqual([0, 8]);
});
