import { Check } from 'lucide-react';
import { DropdownMenu as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from '../lib/cn.ts';
import { FLOATING_ITEM, FLOATING_LIST } from './floating-list.ts';
import { Icon, type IconShape } from './icon.tsx';
import { KeyCap } from './key-cap.tsx';

/** One line of a menu: an act, one of several choices, or a rule between groups. */
export type MenuEntry =
  | {
      readonly kind: 'act';
      readonly id: string;
      readonly label: string;
      readonly icon?: IconShape | undefined;
      readonly cap?: string | undefined;
      /** Why it can't be done: it stays in place, faint, and says so. */
      readonly offReason?: string | undefined;
      readonly isRisk?: boolean | undefined;
      readonly onSelect: () => void;
    }
  | { readonly kind: 'choice'; readonly id: string; readonly label: string; readonly isChosen: boolean; readonly onSelect: () => void }
  | { readonly kind: 'rule'; readonly id: string };

interface MenuProps {
  /** The button that opens it. */
  trigger: ReactNode;
  entries: readonly MenuEntry[];
  align?: 'start' | 'end' | undefined;
  side?: 'top' | 'right' | 'bottom' | undefined;
}

/** Acts that drop down from a button. */
export function Menu({ trigger, entries, align = 'start', side = 'bottom' }: MenuProps) {
  return (
    <Primitive.Root modal={false}>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content align={align} side={side} sideOffset={4} collisionPadding={8} className={FLOATING_LIST}>
          {entries.map((entry) => <MenuLine key={entry.id} entry={entry} />)}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

function MenuLine({ entry }: { entry: MenuEntry }) {
  if (entry.kind === 'rule') return <Primitive.Separator className="my-1 h-px bg-line" />;
  if (entry.kind === 'choice') {
    return (
      <Primitive.CheckboxItem checked={entry.isChosen} onSelect={entry.onSelect} className={FLOATING_ITEM}>
        <span className="grid size-4 place-items-center">{entry.isChosen && <Icon of={Check} size="s" className="text-accent" />}</span>
        {entry.label}
      </Primitive.CheckboxItem>
    );
  }
  return (
    <Primitive.Item disabled={entry.offReason !== undefined} onSelect={entry.onSelect} className={cn(FLOATING_ITEM, entry.isRisk && 'text-risk')}>
      {entry.icon !== undefined && <Icon of={entry.icon} />}
      {entry.label}
      <span className="ms-auto ps-4 text-12 text-ink-muted">{entry.offReason ?? (entry.cap !== undefined && <KeyCap>{entry.cap}</KeyCap>)}</span>
    </Primitive.Item>
  );
}
