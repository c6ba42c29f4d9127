import { expect, it } from 'vitest';
import { err, ok } from '../../shared/lib/result.ts';
import { createComposerStore, draftKey } from '../stores/composer-store.ts';
import { loadDrafts, reloadDrafts, startDraftKeeper } from './draft-keeper.ts';
import { CONVERSATION, createScriptedMain, START } from './scripted-main.ts';

const KEY = draftKey(CONVERSATION, 'reply');

/** Timers that run when the test says so. */
function createTimers() {
  const waiting = new Set<() => void>();
  const after = (_: number, run: () => void): (() => void) => {
    waiting.add(run);
    return () => waiting.delete(run);
  };
  const runAll = (): void => {
    const due = [...waiting];
    waiting.clear();
    due.forEach((run) => run());
  };
  return { after, runAll, count: () => waiting.size };
}

const saving = () => createScriptedMain({ commands: { 'draft.save': () => ok({ savedAt: START }) } });

it('saves a change once, however many keys were pressed meanwhile', async () => {
  const main = saving();
  const timers = createTimers();
  const composer = createComposerStore();
  startDraftKeeper({ bridge: main.bridge, after: timers.after }, composer);
  composer.getState().change(KEY, { text: 'h' });
  composer.getState().change(KEY, { text: 'he' });
  timers.runAll();
  await expect.poll(() => composer.getState().drafts[KEY]?.savedAt).toBe(START);
  expect(main.given.map(({ input }) => input)).toEqual([{ conversationId: CONVERSATION, mode: 'reply', text: 'he', attachments: [] }]);
});

it('saves at once what is about to be sent, so that main has it when the act takes it away', () => {
  const main = saving();
  const timers = createTimers();
  const composer = createComposerStore();
  startDraftKeeper({ bridge: main.bridge, after: timers.after }, composer);
  composer.getState().change(KEY, { text: 'to be sent' });
  composer.getState().change(KEY, { isSending: true });
  expect(main.given.map(({ input }) => input)).toMatchObject([{ text: 'to be sent' }]);
  expect(timers.count()).toBe(0);
});

it('saves nothing behind an act that has not been answered, and afterwards what is left', () => {
  const main = saving();
  const timers = createTimers();
  const composer = createComposerStore();
  startDraftKeeper({ bridge: main.bridge, after: timers.after }, composer);
  composer.getState().change(KEY, { text: 'sent' });
  composer.getState().change(KEY, { isSending: true });
  composer.getState().change(KEY, { text: 'sent and more' });
  expect(timers.count()).toBe(0);
  composer.getState().change(KEY, { isSending: false });
  composer.getState().clearSent(KEY, { text: 'sent', attachments: [] });
  timers.runAll();
  expect(main.given.map(({ input }) => input)).toMatchObject([{ text: 'sent' }, { text: 'and more' }]);
});

it('keeps what was typed on behind words that main did not take', () => {
  const main = saving();
  const timers = createTimers();
  const composer = createComposerStore();
  startDraftKeeper({ bridge: main.bridge, after: timers.after }, composer);
  composer.getState().change(KEY, { text: 'refused', isSending: true });
  composer.getState().change(KEY, { text: 'refused, and more' });
  composer.getState().change(KEY, { isSending: false });
  timers.runAll();
  expect(main.given.map(({ input }) => input)).toMatchObject([{ text: 'refused, and more' }]);
});

it('gives main what was typed before words come back in front of it, and saves nothing over them until they are here', () => {
  const main = saving();
  const timers = createTimers();
  const composer = createComposerStore();
  startDraftKeeper({ bridge: main.bridge, after: timers.after }, composer);
  composer.getState().change(KEY, { text: 'typed' });
  composer.getState().change(KEY, { arriving: 1 });
  expect(main.given.map(({ input }) => input)).toMatchObject([{ text: 'typed' }]);
  composer.getState().change(KEY, { text: 'typed on' });
  expect(timers.count()).toBe(0);
  composer.getState().change(KEY, { text: 'back\ntyped on', arriving: 0 });
  timers.runAll();
  expect(main.given.map(({ input }) => input)).toMatchObject([{ text: 'typed' }, { text: 'back\ntyped on' }]);
});

it('does not send back what came from main', async () => {
  const kept = { text: 'kept', attachments: [], savedAt: START };
  const main = createScriptedMain({ queries: { 'draft.get': ({ mode }) => ok(mode === 'reply' ? kept : null) } });
  const timers = createTimers();
  const composer = createComposerStore();
  startDraftKeeper({ bridge: main.bridge, after: timers.after }, composer);
  await loadDrafts(main, composer, CONVERSATION);
  expect(composer.getState().drafts[KEY]?.text).toBe('kept');
  expect(timers.count()).toBe(0);
});

it('never lays what main kept over words that were typed first', async () => {
  const main = createScriptedMain({ queries: { 'draft.get': () => ok({ text: 'old', attachments: [], savedAt: START }) } });
  const composer = createComposerStore();
  composer.getState().change(KEY, { text: 'typed' });
  await loadDrafts(main, composer, CONVERSATION);
  expect(composer.getState().drafts[KEY]?.text).toBe('typed');
});

/** Both drafts were loaded as empty; then another window saved `theirs`. */
async function loadedBefore(theirs: string) {
  const timers = createTimers();
  const composer = createComposerStore();
  const kept = { text: '', attachments: [], savedAt: START };
  const main = createScriptedMain({ queries: { 'draft.get': ({ mode }) => ok(mode === 'reply' && kept.text !== '' ? { ...kept } : null) }, commands: { 'draft.save': () => err({ code: 'COMPOSER_TAKEN' }) } });
  startDraftKeeper({ bridge: main.bridge, after: timers.after }, composer);
  await loadDrafts(main, composer, CONVERSATION);
  kept.text = theirs;
  return { timers, composer, main };
}

it('shows the words of another window instead of an old draft, and does not send them back', async () => {
  const { timers, composer, main } = await loadedBefore('a long reply');
  await reloadDrafts(main, composer, CONVERSATION);
  expect(composer.getState().drafts[KEY]?.text).toBe('a long reply');
  expect(timers.count()).toBe(0);
});

it('loses no words that main never had when another window wrote meanwhile', async () => {
  const { timers, composer, main } = await loadedBefore('theirs');
  composer.getState().change(KEY, { text: 'mine' });
  timers.runAll();
  await reloadDrafts(main, composer, CONVERSATION);
  expect(composer.getState().drafts[KEY]?.text).toBe('theirs\nmine');
  expect(timers.count()).toBe(1);
});

it('saves after a line that broke what it could not save, where nobody else wrote', async () => {
  const { timers, composer, main } = await loadedBefore('');
  composer.getState().change(KEY, { text: 'mine' });
  timers.runAll();
  await reloadDrafts(main, composer, CONVERSATION);
  expect(composer.getState().drafts[KEY]?.text).toBe('mine');
  expect(timers.count()).toBe(1);
});

it('leaves alone what is being sent', async () => {
  const { composer, main } = await loadedBefore('');
  composer.getState().change(KEY, { text: 'going', isSending: true });
  await reloadDrafts(main, composer, CONVERSATION);
  expect(composer.getState().drafts[KEY]).toMatchObject({ text: 'going', isSending: true });
});

it('saves what waits when it ends', () => {
  const main = saving();
  const timers = createTimers();
  const composer = createComposerStore();
  const end = startDraftKeeper({ bridge: main.bridge, after: timers.after }, composer);
  composer.getState().change(KEY, { text: 'last words' });
  end();
  expect(main.given.at(-1)?.input).toMatchObject({ text: 'last words' });
});
