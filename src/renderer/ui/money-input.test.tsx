import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, it } from 'vitest';
import { Field } from './field.tsx';
import { MoneyInput } from './money-input.tsx';

afterEach(cleanup);

const heard: (number | null)[] = [];

function Form({ error }: { error?: string }) {
  const [amount, setAmount] = useState<number | null>(9800);
  const handleChange = (next: number | null): void => {
    heard.push(next);
    setAmount(next);
  };
  return (
    <Field label="Amount" hint="at most ¥368.00" error={error}>
      <MoneyInput currency="CNY" locale="zh-CN" amount={amount} onAmountChange={handleChange} />
    </Field>
  );
}

const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Amount' });

it('hands over minor units while one writes and settles on the proper form', () => {
  heard.length = 0;
  render(<Form />);
  expect(field().value).toBe('98.00');
  for (const text of ['1', '12', '12.', '12.5']) fireEvent.change(field(), { target: { value: text } });
  expect(heard).toEqual([100, 1200, 1200, 1250]);
  expect(field().value).toBe('12.5');
  fireEvent.blur(field());
  expect(field().value).toBe('12.50');
});

it('keeps what it can not read, as it was written', () => {
  heard.length = 0;
  render(<Form />);
  fireEvent.change(field(), { target: { value: '12.345' } });
  fireEvent.blur(field());
  expect(heard).toEqual([null]);
  expect(field().value).toBe('12.345');
});

it('is described by its hint, and by the error in its place', () => {
  const { rerender } = render(<Form />);
  const note = (): string | null | undefined => document.getElementById(field().getAttribute('aria-describedby') ?? '')?.textContent;
  expect(note()).toBe('at most ¥368.00');
  expect(field().getAttribute('aria-invalid')).toBeNull();
  rerender(<Form error="more than was paid" />);
  expect(note()).toBe('more than was paid');
  expect(field().getAttribute('aria-invalid')).toBe('true');
});
