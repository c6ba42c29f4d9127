import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { OutboxEntry } from '../../../shared/contracts/bridge/outbox.ts';
import type { Failure } from '../../../shared/contracts/errors.ts';
import { foldConversation } from '../../../shared/domain/reducers/reduce-conversation.ts';
import { initialConversation } from '../../../shared/domain/reducers/initial-head.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import { createScriptedWindow } from '../../app/scripted-window.tsx';
import { CONVERSATION, createLog, createScriptedMain, CUSTOMER, SHOP, START, type ScriptedMain } from '../../bridge/scripted-main.ts';
import { useConversation, useMirror, useReady } from '../../bridge/workspace-context.tsx';
import { draftKey, draftOf } from '../../stores/composer-store.ts';
import { PendingRow } from './pending-row.tsx';

afterEach(cleanup);

const OWN = '01890000-0000-7000-8000-0000000000aa';
const KEY = draftKey(CONVERSATION, 'reply');

function Rows() {
  const pending = useReady(CONVERSATION, (mirror) => mirror.displayed.pending);
  return pending.map((item) => <PendingRow key={item.id} item={item} conversationId={CONVERSATION} />);
}

function Opened() {
  useConversation(CONVERSATION);
  return useMirror(CONVERSATION, (mirror) => mirror.kind) === 'ready' ? <Rows /> : null;
}

const waiting = (state: OutboxEntry['state']): OutboxEntry => ({
  id: OWN, conversationId: CONVERSATION, lane: 'messages', type: 'message.post', payload: { text: 'On its way', attachments: [] }, seenSeq: 1, createdAt: START, state,
});

/** A reply in the outbox of a desk whose line is down. */
async function open(main: ScriptedMain, state: OutboxEntry['state']) {
  const window = createScriptedWindow(main, { connection: { state: 'offline', since: START, lastHeardAt: START, progress: null, failure: null } });
  render(<Opened />, { wrapper: window.Window });
  const event = createLog();
  const said = event({ type: 'message.posted', payload: { language: 'en' }, content: { text: 'hello?', attachments: [], buttons: [] } });
  act(() => {
    main.say('session', { kind: 'snapshot', state: foldConversation(initialConversation({ conversationId: CONVERSATION, shopId: SHOP, customerId: CUSTOMER, language: 'en' }), [said]).state });
    main.say('session', { kind: 'pending', entries: [waiting(state)] });
  });
  await screen.findByText('On its way');
  return { ...window, draft: () => draftOf(window.stores.composer.getState().drafts, KEY), toast: () => window.stores.toast.getState().current?.topic };
}

const takenBack = (answer: () => Result<null, Failure> | Promise<Result<null, Failure>>): ScriptedMain =>
  createScriptedMain({ queries: { 'draft.get': () => ok(null) }, commands: { 'outbox.take-back': answer, 'draft.save': () => ok({ savedAt: START }) } });

const press = (): void => void fireEvent.click(screen.getByRole('button', { name: 'Take back' }));

it('what was sent once and waits again is not offered to be taken back', async () => {
  await open(takenBack(() => ok(null)), { kind: 'queued', wasSent: true });
  expect(screen.queryByRole('button', { name: 'Take back' })).toBeNull();
});

it('a reply that may not leave any more does not come into the composer, and the refusal is said', async () => {
  const { draft, toast } = await open(takenBack(() => err({ code: 'TRANSITION_REFUSED' })), { kind: 'queued' });
  press();
  await expect.poll(toast).toEqual({ kind: 'failed', failure: { code: 'TRANSITION_REFUSED' } });
  expect(draft()).toMatchObject({ text: '', arriving: 0 });
});

it('words come into the composer once they have left the outbox, before what was written meanwhile', async () => {
  let answer: (result: Result<null, Failure>) => void = () => undefined;
  const main = takenBack(() => new Promise<Result<null, Failure>>((resolve) => (answer = resolve)));
  const { stores, draft } = await open(main, { kind: 'queued' });
  press();
  await expect.poll(() => main.given).toEqual([{ name: 'outbox.take-back', input: { id: OWN, mode: 'reply' } }]);
  act(() => stores.composer.getState().change(KEY, { text: 'One more thing' }));
  expect(draft().text).toBe('One more thing');
  await act(async () => answer(ok(null)));
  await expect.poll(() => draft().text).toBe('On its way\nOne more thing');
});

it('two quick presses take the words back once', async () => {
  const main = takenBack(() => ok(null));
  const { draft, toast } = await open(main, { kind: 'queued' });
  press();
  press();
  await expect.poll(() => draft().text).toBe('On its way');
  press();
  await expect.poll(() => draft().arriving).toBe(0);
  expect(main.given.filter(({ name }) => name === 'outbox.take-back')).toHaveLength(1);
  expect([draft().text, toast()]).toEqual(['On its way', undefined]);
});

it('a draft that main kept and the window has not loaded yet stays behind the words', async () => {
  const main = createScriptedMain({
    queries: { 'draft.get': ({ mode }) => ok(mode === 'reply' ? { text: 'kept', attachments: [], savedAt: START } : null) },
    commands: { 'outbox.take-back': () => ok(null) },
  });
  const { draft } = await open(main, { kind: 'held' });
  press();
  await expect.poll(() => draft().text).toBe('On its way\nkept');
});
