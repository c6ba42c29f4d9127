import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { createScriptedComposer, willing } from '../../app/scripted-composer.tsx';
import { COLLEAGUE, CONVERSATION } from '../../bridge/scripted-main.ts';
import { useConversation, useMirror } from '../../bridge/workspace-context.tsx';
import { draftKey } from '../../stores/composer-store.ts';
import { HeadActions } from './head-actions.tsx';

afterEach(cleanup);

function Opened() {
  useConversation(CONVERSATION);
  return useMirror(CONVERSATION, (mirror) => mirror.kind) === 'ready' ? <HeadActions conversationId={CONVERSATION} /> : null;
}

/** Somebody who has written a note in a colleague's conversation takes it over; `left` is what still stands in the note. */
async function takeOver(left: string) {
  const { Window, stores, begin } = createScriptedComposer(willing(), { owner: COLLEAGUE });
  stores.screen.getState().setMode(CONVERSATION, 'note');
  stores.composer.getState().change(draftKey(CONVERSATION, 'note'), { text: left });
  render(<Opened />, { wrapper: Window });
  act(begin);
  fireEvent.click(await screen.findByRole('button', { name: /^Take over/ }));
  return stores.screen.getState().modes[CONVERSATION];
}

it('turns to the reply for whoever takes over, though a note was the last they wrote', async () => {
  expect(await takeOver('')).toBe('reply');
});

it('leaves a half-written note in front of whoever takes over', async () => {
  expect(await takeOver('half a no')).toBe('note');
});
