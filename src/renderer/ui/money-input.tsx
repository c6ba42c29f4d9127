import { useState } from 'react';
import { cn } from '../lib/cn.ts';
import { currencySign, moneyText, parseMoney, type Money } from '../lib/money.ts';
import { Input, type InputProps } from './input.tsx';

interface MoneyInputProps extends Omit<InputProps, 'value' | 'defaultValue' | 'onChange' | 'start' | 'type'> {
  currency: string;
  locale: string;
  /** In minor units; `null` while what is written is no amount. */
  amount: number | null;
  onAmountChange: (amount: number | null) => void;
}

/** An amount of one currency: written as people write it, handed over in minor units. */
export function MoneyInput({ currency, locale, amount, onAmountChange, onBlur, className, ...rest }: MoneyInputProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const settled = amount === null ? '' : moneyText({ amount, currency } satisfies Money);
  return (
    <Input
      {...rest}
      inputMode="decimal"
      autoComplete="off"
      start={<span aria-hidden>{currencySign(currency, locale)}</span>}
      className={cn('[&_input]:text-end', className)}
      value={draft ?? settled}
      onChange={(event) => {
        setDraft(event.target.value);
        onAmountChange(parseMoney(event.target.value, currency));
      }}
      onBlur={(event) => {
        // What can be read takes its proper form; what can't stays as written, so that nothing typed is lost.
        if (amount !== null) setDraft(null);
        onBlur?.(event);
      }}
    />
  );
}
