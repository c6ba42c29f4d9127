import { useText } from '../../i18n/use-text.ts';
import { useChordCap } from '../../bridge/use-chord-cap.ts';
import { COMMANDS, commandIds, type CommandId } from '../../stores/commands.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import { Table } from '../../ui/table.tsx';

const withKey: readonly CommandId[] = commandIds.filter((id) => COMMANDS[id].chord !== null);

function KeyOf({ id }: { id: CommandId }) {
  const cap = useChordCap();
  return <KeyCap>{cap(id)}</KeyCap>;
}

const keyCell = (id: CommandId) => <KeyOf id={id} />;

/** Every key and what it does, from the registry that the keys themselves are read from. */
export function KeyTable() {
  const t = useText('settings');
  return (
    <Table
      label={t('keys')}
      rows={withKey}
      rowKey={(id) => id}
      columns={[
        { id: 'does', head: t('does'), cell: (id) => t(`palette:command.${id}`) },
        { id: 'key', head: t('key'), cell: keyCell },
      ]}
    />
  );
}
