import { useText } from '../../i18n/use-text.ts';
import type { OrderLine } from '../../../shared/contracts/order.ts';
import { useLocalized } from '../../i18n/use-language.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Select } from '../../ui/select.tsx';

export type ChosenLine = { readonly lineId: string; readonly quantity: number };

interface OrderLinesFieldProps {
  label: string;
  lines: readonly OrderLine[];
  value: readonly ChosenLine[];
  onValueChange: (value: readonly ChosenLine[]) => void;
}

/** Which lines of the order, and how many pieces of each. */
export function OrderLinesField({ label, lines, value, onValueChange }: OrderLinesFieldProps) {
  const change = (lineId: string, quantity: number): void => {
    const others = value.filter((chosen) => chosen.lineId !== lineId);
    onValueChange(quantity === 0 ? others : [...others, { lineId, quantity }]);
  };
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 text-12 text-ink-muted">{label}</legend>
      {lines.map((line) => <LineChoice key={line.lineId} line={line} quantity={value.find(({ lineId }) => lineId === line.lineId)?.quantity ?? 0} onChange={(quantity) => change(line.lineId, quantity)} />)}
    </fieldset>
  );
}

function LineChoice({ line, quantity, onChange }: { line: OrderLine; quantity: number; onChange: (quantity: number) => void }) {
  const t = useText('actions');
  const localized = useLocalized();
  const name = localized(line.name);
  const counts = Array.from({ length: line.quantity }, (_, index) => ({ value: String(index + 1), label: String(index + 1) }));
  return (
    <div className="flex items-center gap-2">
      <Checkbox isChecked={quantity > 0} onCheckedChange={(isChosen) => onChange(isChosen ? line.quantity : 0)} className="min-w-0 flex-1">
        <span className="cut" title={name}>{name}</span>
      </Checkbox>
      {quantity > 0 && line.quantity > 1 && <Select aria-label={t('form.quantityOf', { name })} value={String(quantity)} onValueChange={(value) => onChange(Number(value))} options={counts} className="w-16" />}
    </div>
  );
}
