import { Command, MessageSquare } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { useStore } from 'zustand';
import type { InboxRow } from '../../../shared/contracts/inbox.ts';
import { useChordCap } from '../../bridge/use-chord-cap.ts';
import { COMMANDS, commandIds, type CommandId } from '../../stores/commands.ts';
import { useCommand, useScreen, useStores } from '../../stores/stores-context.tsx';
import { CommandPalette, type PaletteGroup, type PaletteItem } from '../../ui/command-palette.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { useFound } from './use-found.ts';

/** Commands that make no sense from here: this one, and those of a dialogue that can't be open at the same time. */
const isListed = (id: CommandId): boolean => id !== 'palette.open' && COMMANDS[id].place !== 'dialog';

/** Commands that can be given now and whose name holds what was typed. */
function useCommandItems(query: string, onDone: () => void): PaletteItem[] {
  const t = useText('palette');
  const { commands } = useStores();
  const cap = useChordCap();
  const handlers = useStore(commands, (state) => state.handlers);
  return commandIds
    .filter((id) => isListed(id) && handlers.has(id))
    .map((id) => ({ id, label: t(`command.${id}`) }))
    .filter(({ label }) => label.toLowerCase().includes(query.trim().toLowerCase()))
    .map(({ id, label }) => ({
      id,
      icon: Command,
      label,
      end: COMMANDS[id].chord === null ? undefined : <KeyCap>{cap(id)}</KeyCap>,
      onSelect: () => {
        onDone();
        handlers.get(id)?.();
      },
    }));
}

function useConversationItems(rows: readonly InboxRow[], onDone: () => void): PaletteItem[] {
  const t = useText('palette');
  const { screen } = useStores();
  return rows.map(({ conversationId, customer, orderNumber }) => ({
    id: conversationId,
    icon: MessageSquare,
    label: orderNumber === null ? customer.name : t('row', { name: customer.name, order: orderNumber }),
    onSelect: () => {
      onDone();
      screen.getState().select(conversationId);
      screen.getState().askFocus('composer');
    },
  }));
}

/** Everything by its name, over the one registry of commands. */
export function Palette() {
  const { screen } = useStores();
  const isOpen = useScreen((state) => state.dialog.kind === 'palette');
  useCommand('palette.open', () => screen.getState().openDialog({ kind: 'palette' }));
  return isOpen ? <OpenPalette onClose={() => screen.getState().closeDialog()} /> : null;
}

function OpenPalette({ onClose }: { onClose: () => void }) {
  const t = useText('palette');
  const [query, setQuery] = useState('');
  const { near, far } = useFound(query);
  const groups: PaletteGroup[] = [
    { heading: t('conversations'), items: useConversationItems(near, onClose) },
    { heading: t('found'), items: useConversationItems(far, onClose) },
    { heading: t('commands'), items: useCommandItems(query, onClose) },
  ];
  return (
    <CommandPalette
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      label={t('label')}
      placeholder={t('placeholder')}
      query={query}
      onQueryChange={setQuery}
      groups={groups.filter(({ items }) => items.length > 0)}
      empty={t('empty')}
    />
  );
}
