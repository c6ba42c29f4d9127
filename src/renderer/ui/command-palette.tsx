import { Command } from 'cmdk';
import { Search } from 'lucide-react';
import { Dialog as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from '../lib/cn.ts';
import { DIALOG_FACE } from './dialog-face.tsx';
import { Icon, type IconShape } from './icon.tsx';

export interface PaletteItem {
  readonly id: string;
  readonly icon: IconShape;
  readonly label: string;
  /** A key cap or a clock. */
  readonly end?: ReactNode;
  readonly onSelect: () => void;
}

export interface PaletteGroup {
  readonly heading: string;
  readonly items: readonly PaletteItem[];
}

interface PaletteContent {
  label: string;
  placeholder: string;
  query: string;
  onQueryChange: (query: string) => void;
  /** Already found and ranked for the query. */
  groups: readonly PaletteGroup[];
  /** Said when there is nothing. */
  empty: string;
}

interface CommandPaletteProps extends PaletteContent {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

/** Everything by its name: acts of this conversation, places, people. */
export function CommandPalette({ isOpen, onOpenChange, ...content }: CommandPaletteProps) {
  return (
    <Primitive.Root open={isOpen} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-(--z-dialog) flex items-start justify-center bg-scrim p-10 pt-[12vh]">
          <Primitive.Content aria-describedby={undefined} className={cn(DIALOG_FACE, 'w-140 overflow-hidden')}>
            <Primitive.Title className="sr-only">{content.label}</Primitive.Title>
            <PaletteFace {...content} />
          </Primitive.Content>
        </Primitive.Overlay>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

/** The palette without its dialogue. */
export function PaletteFace({ label, placeholder, query, onQueryChange, groups, empty }: PaletteContent) {
  return (
    <Command label={label} shouldFilter={false} loop>
      <div className="flex h-11 items-center gap-2.5 border-b border-line px-4 text-14">
        <Icon of={Search} />
        <Command.Input value={query} onValueChange={onQueryChange} placeholder={placeholder} className="w-full bg-transparent caret-accent outline-none" />
      </div>
      <Command.List className="max-h-[50vh] overflow-y-auto scroll-thin pb-1.5">
        <Command.Empty className="px-4 py-3 text-ink-muted">{empty}</Command.Empty>
        {groups.map((group) => (
          <Command.Group key={group.heading} heading={group.heading} className="**:[[cmdk-group-heading]]:px-4 **:[[cmdk-group-heading]]:pt-2 **:[[cmdk-group-heading]]:pb-0.5 **:[[cmdk-group-heading]]:text-12 **:[[cmdk-group-heading]]:text-ink-muted">
            {group.items.map((item) => <PaletteLine key={item.id} {...item} />)}
          </Command.Group>
        ))}
      </Command.List>
    </Command>
  );
}

function PaletteLine({ id, icon, label, end, onSelect }: PaletteItem) {
  return (
    <Command.Item
      value={id}
      onSelect={onSelect}
      className="flex h-8 items-center gap-2.5 px-4 data-[selected=true]:bg-accent-soft data-[selected=true]:shadow-[inset_2px_0_0_var(--accent)]"
    >
      <Icon of={icon} className="text-ink-muted" />
      <span className="cut">{label}</span>
      <span className="ms-auto flex shrink-0 items-center">{end}</span>
    </Command.Item>
  );
}
