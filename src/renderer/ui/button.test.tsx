import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { Button } from './button.tsx';

afterEach(cleanup);

it('does what it is for', () => {
  let clicks = 0;
  render(<Button onClick={() => (clicks += 1)}>Urge</Button>);
  fireEvent.click(screen.getByRole('button', { name: 'Urge' }));
  expect(clicks).toBe(1);
});

it('stays within reach when it is off, says why, and does nothing', () => {
  let clicks = 0;
  let submits = 0;
  render(
    <form onSubmit={() => (submits += 1)}>
      <Button type="submit" offReason="delivered" onClick={() => (clicks += 1)}>Urge</Button>
    </form>,
  );
  const button = screen.getByRole('button', { name: 'Urge' });
  button.focus();
  fireEvent.click(button);
  expect(document.activeElement).toBe(button);
  expect(button.title).toBe('delivered');
  expect(button.getAttribute('aria-disabled')).toBe('true');
  expect([clicks, submits]).toEqual([0, 0]);
});
