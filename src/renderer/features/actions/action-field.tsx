import type { Control } from 'react-hook-form';
import { Controller } from 'react-hook-form';
import { useText } from '../../i18n/use-text.ts';
import type { ActionKind } from '../../../shared/contracts/action.ts';
import type { Order } from '../../../shared/contracts/order.ts';
import { useLocalized } from '../../i18n/use-language.ts';
import { useMoments } from '../../i18n/use-moments.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { MoneyInput } from '../../ui/money-input.tsx';
import { Select } from '../../ui/select.tsx';
import { OrderLinesField, type ChosenLine } from './order-lines-field.tsx';
import type { SchemaField } from './schema-fields.ts';
import { useActionWords } from './use-action-words.ts';

interface ActionFieldProps {
  kind: ActionKind;
  field: SchemaField;
  order: Order;
  control: Control;
}

/** One field of an action's form, whatever it asks for. */
export function ActionField(props: ActionFieldProps) {
  return <Controller name={props.field.name} control={props.control} render={({ field: { value, onChange } }) => <FieldBody {...props} value={value as unknown} onChange={onChange} />} />;
}

type BodyProps = ActionFieldProps & { value: unknown; onChange: (value: unknown) => void };

function FieldBody({ kind, field, order, value, onChange }: BodyProps) {
  const words = useActionWords();
  const label = words.fieldLabel(kind, field.name);
  switch (field.kind) {
    case 'money': return <MoneyField label={label} field={field} value={value} onChange={onChange} />;
    case 'choice': return <ChoiceField label={label} field={field} value={value} onChange={onChange} />;
    case 'lines': return <OrderLinesField label={label} lines={order.lines} value={Array.isArray(value) ? (value as ChosenLine[]) : []} onValueChange={onChange} />;
    case 'switch': return <Checkbox isChecked={value === true} onCheckedChange={onChange}>{label}</Checkbox>;
    case 'number': return <Field label={label}><Input type="number" value={typeof value === 'number' ? value : ''} onChange={(event) => onChange(event.target.value === '' ? null : Number(event.target.value))} /></Field>;
    case 'text': return <Field label={label}><Input value={typeof value === 'string' ? value : ''} maxLength={field.maxLength ?? undefined} onChange={(event) => onChange(event.target.value)} /></Field>;
  }
}

type ControlProps<K extends SchemaField['kind']> = { label: string; field: Extract<SchemaField, { kind: K }>; value: unknown; onChange: (value: unknown) => void };

function MoneyField({ label, field, value, onChange }: ControlProps<'money'>) {
  const t = useText('actions');
  const { locale } = useMoments();
  const words = useActionWords();
  const amount = typeof value === 'number' ? value : null;
  const most = field.maximum === null ? null : words.money({ amount: field.maximum, currency: field.currency });
  const error = most !== null && amount !== null && amount > (field.maximum ?? 0) ? t('form.tooMuch', { amount: most }) : undefined;
  return (
    <Field label={most === null ? label : t('form.label', { label, amount: most })} error={error}>
      <MoneyInput currency={field.currency} locale={locale} amount={amount} onAmountChange={onChange} />
    </Field>
  );
}

/** A choice by code, with the words that came along or else the catalogue's. */
function ChoiceField({ label, field, value, onChange }: ControlProps<'choice'>) {
  const words = useActionWords();
  const localized = useLocalized();
  const options = field.values.map((choice) => ({ value: choice, label: field.labels[choice] ? localized(field.labels[choice]) : words.choice(choice) }));
  return (
    <Field label={label}>
      <Select value={typeof value === 'string' ? value : ''} onValueChange={onChange} options={options} />
    </Field>
  );
}
