/** An amount in the currency's minor units (a whole number) and its ISO 4217 code. */
export interface Money {
  readonly amount: number;
  readonly currency: string;
}

/** How many decimals a currency has: CNY 2, JPY 0. */
export function currencyDecimals(currency: string): number {
  return formatter('en', currency).resolvedOptions().maximumFractionDigits ?? 2;
}

/** The sign people write before the figure: `¥`, `€`, `$`. */
export function currencySign(currency: string, locale: string): string {
  const part = formatter(locale, currency).formatToParts(0).find((candidate) => candidate.type === 'currency');
  return part?.value ?? currency;
}

/** `¥98.00`, `-€14.00`, `¥9,204`: grouped and signed for the locale, with all the currency's decimals. */
export function formatMoney(money: Money, locale: string): string {
  const decimals = currencyDecimals(money.currency);
  // A decimal string keeps every digit where a division would round.
  return formatter(locale, money.currency).format(decimalText(money.amount, decimals) as `${number}`);
}

/** The bare figure for an input field: `98.00`, without sign or grouping. */
export function moneyText(money: Money): string {
  return decimalText(money.amount, currencyDecimals(money.currency));
}

/** Reads what a person typed into minor units; `null` when it is not an amount of that currency or is not safely whole. */
export function parseMoney(text: string, currency: string): number | null {
  const match = /^(\d{1,16})(?:\.(\d*))?$/.exec(text.trim().replaceAll(/[,，\s]/g, '').replace('。', '.'));
  if (match === null) return null;
  const decimals = currencyDecimals(currency);
  const fraction = match[2] ?? '';
  if (fraction.length > decimals) return null;
  const amount = Number(`${match[1]}${fraction.padEnd(decimals, '0')}`);
  return Number.isSafeInteger(amount) ? amount : null;
}

function decimalText(amount: number, decimals: number): string {
  const digits = String(Math.abs(amount)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const figure = decimals === 0 ? whole : `${whole}.${digits.slice(-decimals)}`;
  return amount < 0 ? `-${figure}` : figure;
}

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(locale: string, currency: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
  formatters.set(key, made);
  return made;
}
