import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { AlertDialog } from './alert-dialog.tsx';

const chosen: string[] = [];

beforeEach(() => {
  chosen.length = 0;
  render(
    <AlertDialog
      isOpen
      title="Cancel the whole order?"
      description="¥368.00 goes back."
      safe={{ label: 'Keep it', onChoose: () => chosen.push('safe') }}
      act={{ label: 'Cancel the order', tone: 'danger', onChoose: () => chosen.push('act') }}
    />,
  );
});

afterEach(cleanup);

it('starts on the safe answer', () => {
  expect(document.activeElement?.textContent).toBe('Keep it');
});

it('takes Escape for the safe answer', () => {
  fireEvent.keyDown(screen.getByRole('alertdialog'), { key: 'Escape' });
  expect(chosen).toEqual(['safe']);
});

it('gives exactly one answer to each button', () => {
  fireEvent.click(screen.getByRole('button', { name: 'Cancel the order' }));
  expect(chosen).toEqual(['act']);
  fireEvent.click(screen.getByRole('button', { name: 'Keep it' }));
  expect(chosen).toEqual(['act', 'safe']);
});

it('is read out with its title and what is at stake', () => {
  const dialog = screen.getByRole('alertdialog', { name: 'Cancel the whole order?' });
  expect(document.getElementById(dialog.getAttribute('aria-describedby') ?? '')?.textContent).toBe('¥368.00 goes back.');
});
