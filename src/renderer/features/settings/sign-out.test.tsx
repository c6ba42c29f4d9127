import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { Failure } from '../../../shared/contracts/errors.ts';
import { err, type Result } from '../../../shared/lib/result.ts';
import { createScriptedWindow } from '../../app/scripted-window.tsx';
import { createScriptedMain } from '../../bridge/scripted-main.ts';
import { SignOut } from './sign-out.tsx';

afterEach(cleanup);

/** The key, before a main process that answers each signing out when the test says so. */
function open() {
  const answers: ((answer: Result<null, Failure>) => void)[] = [];
  const main = createScriptedMain({ commands: { 'session.sign-out': () => new Promise((resolve) => answers.push(resolve)) } });
  render(<SignOut />, { wrapper: createScriptedWindow(main).Window });
  const answer = (value: Result<null, Failure>) => act(async () => answers.shift()?.(value));
  return { main, answer };
}

const press = (name: string): void => void fireEvent.click(screen.getByRole('button', { name, hidden: true }));
const isOff = (name: string) => screen.getByRole('button', { name, hidden: true }).getAttribute('aria-disabled');

it('signs out once, however often it is pressed while it is done', async () => {
  const { main, answer } = open();
  press('Sign out');
  press('Sign out');
  expect(main.given).toEqual([{ name: 'session.sign-out', input: { discard: false } }]);
  expect(isOff('Sign out')).toBe('true');
  await answer(err({ code: 'STORAGE_FAILED' }));
  expect(isOff('Sign out')).toBe('false');
});

it('deletes what is unsent once, and shows that it is at it', async () => {
  const { main, answer } = open();
  press('Sign out');
  await answer(err({ code: 'UNSENT_MESSAGES', details: { count: 2 } }));
  press('Delete and sign out');
  press('Delete and sign out');
  expect(main.given.slice(1)).toEqual([{ name: 'session.sign-out', input: { discard: true } }]);
  expect(isOff('Delete and sign out')).toBe('true');
});
