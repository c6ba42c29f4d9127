import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { foldConversation } from '../../../shared/domain/reducers/reduce-conversation.ts';
import { initialConversation } from '../../../shared/domain/reducers/initial-head.ts';
import type { OutboxEntry } from '../../../shared/contracts/bridge/outbox.ts';
import { err, ok } from '../../../shared/lib/result.ts';
import { createScriptedWindow } from '../../app/scripted-window.tsx';
import { COLLEAGUE, CONVERSATION, createLog, createScriptedMain, CUSTOMER, SHOP, START, type ScriptedMain } from '../../bridge/scripted-main.ts';
import { useConversation, useMirror } from '../../bridge/workspace-context.tsx';
import { draftKey, draftOf } from '../../stores/composer-store.ts';
import { StaleDialog } from './stale-dialog.tsx';

afterEach(cleanup);

const OWN = '01890000-0000-7000-8000-0000000000aa';

function Opened() {
  useConversation(CONVERSATION);
  return useMirror(CONVERSATION, (mirror) => mirror.kind) === 'ready' ? <StaleDialog conversationId={CONVERSATION} /> : null;
}

const refusedReply = (events: OutboxEntry['payload'][string]): OutboxEntry => ({
  id: OWN, conversationId: CONVERSATION, lane: 'messages', type: 'message.post', payload: { text: 'The white set leaves tonight', attachments: [] }, seenSeq: 1, createdAt: START,
  state: { kind: 'refused', failure: { code: 'STALE', details: { events } } },
});

/** A reply was stopped: the customer changed their mind and a colleague left a note meanwhile. */
async function stop(main: ScriptedMain) {
  const window = createScriptedWindow(main);
  render(<Opened />, { wrapper: window.Window });
  const event = createLog();
  const said = (text: string) => ({ type: 'message.posted', payload: { language: 'en' }, content: { text, attachments: [], buttons: [] } });
  const events = [event(said('Where is it?')), event(said('No white set, refund me')), event({ type: 'note.posted', payload: {}, content: { text: 'I refund her' }, actor: { kind: 'agent', id: COLLEAGUE } })];
  const { state } = foldConversation(initialConversation({ conversationId: CONVERSATION, shopId: SHOP, customerId: CUSTOMER, language: 'en' }), events);
  act(() => {
    main.say('session', { kind: 'snapshot', state });
    main.say('session', { kind: 'pending', entries: [refusedReply(events.slice(1))] });
  });
  await screen.findByRole('alertdialog', { name: 'Not sent: things changed while you wrote' });
  return window;
}

const willing = (): ScriptedMain =>
  createScriptedMain({
    queries: { 'draft.get': () => ok(null) },
    commands: { 'draft.save': () => ok({ savedAt: START }), 'outbox.take-back': () => ok(null), 'outbox.resend': () => ok(refusedReply([])) },
  });

const commandsOf = (main: ScriptedMain): string[] => main.given.map(({ name }) => name);

it('lists what changed, newest last, and marks the words both speak of', async () => {
  await stop(willing());
  const lines = screen.getAllByRole('listitem').map((line) => line.textContent);
  expect(lines[0]).toContain('No white set, refund me');
  expect(lines[1]).toContain('I refund her');
  expect([...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toContain('white');
  expect(document.body.textContent).toContain('You had seen up to #1. Now it is #3.');
});

it('has the focus on going back, which brings the words back, once however long the key is held down', async () => {
  const main = willing();
  const { stores } = await stop(main);
  expect(document.activeElement?.textContent).toContain('Go back and read');
  const back = document.activeElement ?? document.body;
  fireEvent.click(back);
  fireEvent.click(back);
  const textNow = (): string => draftOf(stores.composer.getState().drafts, draftKey(CONVERSATION, 'reply')).text;
  await expect.poll(textNow).toBe('The white set leaves tonight');
  fireEvent.click(back);
  expect(commandsOf(main)).toEqual(['outbox.take-back']);
  expect(textNow()).toBe('The white set leaves tonight');
});

it('puts the words in front of what was written since', async () => {
  const main = willing();
  const { stores } = await stop(main);
  stores.composer.getState().change(draftKey(CONVERSATION, 'reply'), { text: 'And another thing' });
  fireEvent.click(screen.getByRole('button', { name: /Go back/ }));
  await expect.poll(() => draftOf(stores.composer.getState().drafts, draftKey(CONVERSATION, 'reply')).text).toBe('The white set leaves tonight\nAnd another thing');
});

it('sends anyway as the same act with what the dialogue has shown as seen', async () => {
  const main = willing();
  await stop(main);
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Enter', code: 'Enter', ctrlKey: true, shiftKey: true });
  await expect.poll(() => main.given).toMatchObject([{ name: 'outbox.resend', input: { id: OWN, seenSeq: 3, text: null } }]);
});

it('says why when the disk did not take the words back, and leaves them where they are', async () => {
  const { stores } = await stop(createScriptedMain({ queries: { 'draft.get': () => ok(null) }, commands: { 'outbox.take-back': () => err({ code: 'STORAGE_FULL' }) } }));
  fireEvent.click(screen.getByRole('button', { name: /Go back/ }));
  await expect.poll(() => stores.toast.getState().current?.topic).toEqual({ kind: 'failed', failure: { code: 'STORAGE_FULL' } });
  expect(draftOf(stores.composer.getState().drafts, draftKey(CONVERSATION, 'reply')).text).toBe('');
});
