import { useText } from '../../i18n/use-text.ts';
import { useApp, useDesk } from '../../bridge/desk-context.tsx';
import { useChordCap } from '../../bridge/use-chord-cap.ts';
import { ConnectionNotice } from '../../features/connection/connection-notice.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Button } from '../../ui/button.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { Pane } from '../../ui/pane.tsx';

/** The desk before a conversation is chosen. */
export function NothingChosen() {
  const t = useText('conversation');
  return (
    <Pane as="main" label={t('label')} className="max-[56rem]:hidden xl:col-span-2">
      <ConnectionNotice isShort={false} />
      <EmptyState as="h1" title={t('none')} actions={<NextSteps />}>{t('noneText')}</EmptyState>
    </Pane>
  );
}

/** The key to the longest wait; at the demo shop also the way to be a customer oneself. */
function NextSteps() {
  const t = useText('palette');
  const cap = useChordCap();
  const { bridge } = useDesk();
  const chatPage = useApp((state) => state.chatPage);
  return (
    <>
      <KeyCap>{cap('inbox.longest-wait')}</KeyCap>
      {chatPage !== null && <Button onClick={() => void bridge.command('link.open', { url: chatPage })}>{t('command.demo.be-customer')}</Button>}
    </>
  );
}
