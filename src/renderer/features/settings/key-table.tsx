import { useText } from '../../i18n/use-text.ts';
import { useChordCap } from '../../bridge/use-chord-cap.ts';
import { COMMANDS, commandIds, type CommandId } from '../../stores/commands.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import { Table } from '../../ui/table.tsx';

const withKey: readonly CommandId[] = commandIds.filter((id) => COMMANDS[id].chord !== null);

/** Every key and what it does, from the registry that the keys themselves are read from. */
export function KeyTable() {
  const t = useText('settings');
  const cap = useChordCap();
  return (
    <Table
      label={t('keys')}
      rows={withKey}
      rowKey={(id) => id}
      columns={[
        { id: 'does', head: t('does'), cell: (id) => t(`palette:command.${id}`) },
        { id: 'key', head: t('key'), isActs: false, cell: (id) => <KeyCap>{cap(id)}</KeyCap> },
      ]}
    />
  );
}
