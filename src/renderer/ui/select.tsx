import { Check, ChevronsUpDown } from 'lucide-react';
import { Select as Primitive } from 'radix-ui';
import { cn } from '../lib/cn.ts';
import { styleNonce } from '../lib/style-nonce.ts';
import { useFieldControl } from './field.tsx';
import { Icon } from './icon.tsx';
import { FLOATING_LIST, FLOATING_ITEM } from './floating-list.ts';

export interface SelectOption {
  readonly value: string;
  readonly label: string;
  readonly isOff?: boolean | undefined;
}

interface SelectProps {
  value: string;
  onValueChange: (value: string) => void;
  options: readonly SelectOption[];
  placeholder?: string | undefined;
  size?: 'normal' | 'large' | undefined;
  disabled?: boolean | undefined;
  className?: string | undefined;
  /** Needed outside a `Field`. */
  'aria-label'?: string | undefined;
}

/** One of a short list. The empty string is "none chosen" and shows the placeholder. */
export function Select({ value, onValueChange, options, placeholder, size = 'normal', disabled = false, className, ...rest }: SelectProps) {
  return (
    <Primitive.Root value={value} onValueChange={onValueChange} disabled={disabled}>
      <Primitive.Trigger
        {...useFieldControl()}
        {...rest}
        className={cn(
          'flex w-full min-w-0 items-center gap-1.5 rounded-control border border-line-control bg-surface px-2 text-start hover:border-ink-muted',
          'focus-visible:-outline-offset-1 aria-invalid:border-risk disabled:border-line-strong disabled:bg-surface-sunken disabled:text-ink-muted',
          'data-placeholder:text-ink-muted',
          size === 'large' ? 'h-8' : 'h-7',
          className,
        )}
      >
        <span className="cut grow"><Primitive.Value placeholder={placeholder} /></span>
        <Icon of={ChevronsUpDown} size="s" />
      </Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content position="popper" sideOffset={4} className={cn(FLOATING_LIST, 'min-w-(--radix-select-trigger-width)')}>
          <Primitive.Viewport nonce={styleNonce()}>
            {options.map((option) => <SelectItem key={option.value} {...option} />)}
          </Primitive.Viewport>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

function SelectItem({ value, label, isOff = false }: SelectOption) {
  return (
    <Primitive.Item value={value} disabled={isOff} className={FLOATING_ITEM}>
      <span className="cut grow"><Primitive.ItemText>{label}</Primitive.ItemText></span>
      <Primitive.ItemIndicator><Icon of={Check} size="s" className="text-accent" /></Primitive.ItemIndicator>
    </Primitive.Item>
  );
}
