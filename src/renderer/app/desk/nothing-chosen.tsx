import { useText } from '../../i18n/use-text.ts';
import { useChordCap } from '../../bridge/use-chord-cap.ts';
import { ConnectionNotice } from '../../features/connection/connection-notice.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { Pane } from '../../ui/pane.tsx';

/** The desk before a conversation is chosen. */
export function NothingChosen() {
  const t = useText('conversation');
  const cap = useChordCap();
  return (
    <Pane as="main" label={t('label')} className="max-[56rem]:hidden xl:col-span-2">
      <ConnectionNotice isShort={false} />
      <EmptyState title={t('none')} actions={<KeyCap>{cap('inbox.longest-wait')}</KeyCap>}>{t('noneText')}</EmptyState>
    </Pane>
  );
}
