import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { StaffCommand } from '../../../shared/contracts/commands.ts';
import { err, ok } from '../../../shared/lib/result.ts';
import { createScriptedComposer, entryOf, willing } from '../../app/scripted-composer.tsx';
import { CONVERSATION, createScriptedMain, START, type ScriptedMain } from '../../bridge/scripted-main.ts';
import { refuseTaken } from '../../stores/refuse-taken.ts';

afterEach(cleanup);

async function open(main: ScriptedMain, opening: Parameters<typeof createScriptedComposer>[1] = {}) {
  const composer = createScriptedComposer(main, opening);
  render(<composer.Opened />, { wrapper: composer.Window });
  act(composer.begin);
  return { ...composer, field: await screen.findByRole<HTMLTextAreaElement>('textbox') };
}

const ctrlEnter = { key: 'Enter', code: 'Enter', ctrlKey: true };

it('is read-only while another window has it, until it is taken', async () => {
  const main = createScriptedMain({
    queries: { 'draft.get': () => ok(null) },
    commands: { 'composer.claim': ({ force }) => (force ? ok(null) : err({ code: 'COMPOSER_TAKEN' })) },
  });
  const { field } = await open(main);
  await expect.poll(() => field.readOnly).toBe(true);
  fireEvent.click(screen.getByRole('button', { name: 'Edit here' }));
  await expect.poll(() => field.readOnly).toBe(false);
});

/** A main whose composer another window has until it is taken by force; what it keeps of the reply can be changed. */
function takenElsewhere(reply: { text: string }): ScriptedMain {
  return createScriptedMain({
    queries: { 'draft.get': ({ mode }) => ok(mode === 'reply' ? { ...reply, attachments: [], savedAt: START } : null) },
    commands: {
      act: (command) => ok(entryOf(command as StaffCommand)),
      'attachment.add': () => ok({ blobId: 'a'.repeat(64), name: 'cup.png', mediaType: 'image/png', bytes: 9 }),
      'composer.claim': ({ force }) => (force ? ok(null) : err({ code: 'COMPOSER_TAKEN' })),
    },
  });
}

it('shows what another window wrote when it is taken, before a letter can lie over it', async () => {
  const reply = { text: '' };
  const { field } = await open(takenElsewhere(reply));
  await expect.poll(() => field.readOnly).toBe(true);
  reply.text = 'a long reply';
  fireEvent.click(screen.getByRole('button', { name: 'Edit here' }));
  await expect.poll(() => field.readOnly).toBe(false);
  expect(field.value).toBe('a long reply');
});

it('sends, attaches and inserts nothing while another window has it', async () => {
  const main = takenElsewhere({ text: 'of the other window' });
  const { field, stores, actsOf } = await open(main, { app: { settings: { language: 'en', theme: 'light', enterSends: true, sound: false } } });
  await expect.poll(() => [field.readOnly, field.value]).toEqual([true, 'of the other window']);
  field.focus();
  fireEvent.keyDown(field, { key: 'Enter', code: 'Enter' });
  fireEvent.keyDown(field, ctrlEnter);
  const files = [new File(['cup'], 'cup.png', { type: 'image/png' })];
  fireEvent.drop(field, { dataTransfer: { files } });
  fireEvent.paste(field, { clipboardData: { files } });
  expect(refuseTaken(stores, CONVERSATION)).toBe(true);
  expect(stores.toast.getState().current?.topic).toMatchObject({ failure: { code: 'COMPOSER_TAKEN' } });
  expect(actsOf()).toEqual([]);
  expect(main.given.filter(({ name }) => name === 'attachment.add')).toEqual([]);
});

it('asks again after a line that broke, and does not call taken what nobody has', async () => {
  const main = willing();
  const { field } = await open(main);
  const claims = () => main.given.filter(({ name }) => name === 'composer.claim').map(({ input }) => input);
  await expect.poll(() => claims().length).toBe(1);
  act(() => main.say('session', { kind: 'composer', mine: true }));
  act(() => main.say('session', { kind: 'composer', mine: false }));
  await expect.poll(() => claims()).toEqual([{ conversationId: CONVERSATION, force: false }, { conversationId: CONVERSATION, force: false }]);
  act(() => main.say('session', { kind: 'composer', mine: true }));
  expect([field.readOnly, screen.queryByRole('button', { name: 'Edit here' })]).toEqual([false, null]);
});
