import { useText } from '../../i18n/use-text.ts';
import type { ActionKind, ActionPreview } from '../../../shared/contracts/action.ts';
import type { Money } from '../../../shared/contracts/basics.ts';
import { useCodeText } from '../../i18n/use-code-text.ts';
import { useLocalized } from '../../i18n/use-language.ts';
import { useMoments } from '../../i18n/use-moments.ts';
import { formatMoney } from '../../lib/money.ts';

export type ActionWords = {
  readonly title: (kind: ActionKind) => string;
  /** What the button says: the act with its amount. */
  readonly submit: (kind: ActionKind, total: Money | null) => string;
  readonly fieldLabel: (kind: ActionKind, name: string) => string;
  readonly choice: (value: string) => string;
  readonly money: (money: Money) => string;
  readonly previewLine: (line: ActionPreview['lines'][number]) => string;
};

/** The words of actions; fields and choices of a shop's own show by their names. */
export function useActionWords(): ActionWords {
  const t = useText('actions');
  const words = useCodeText();
  const localized = useLocalized();
  const { locale } = useMoments();
  const money = (amount: Money): string => formatMoney(amount, locale);
  return {
    title: (kind) => t(`${kind}.title`),
    submit: (kind, total) => t(`${kind}.submit`, { amount: total === null ? '' : money(total) }).trim(),
    fieldLabel: (kind, name) => t(`${kind}.fields.${name}` as 'refund.fields.amount', { defaultValue: name }),
    choice: (value) => t(`choices.${value}` as 'choices.other', { defaultValue: value }),
    money,
    previewLine: ({ code, params }) =>
      words('previewLine', code, Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? value : localized(value)]))),
  };
}
