import { useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import type { Disposition } from '../../../shared/contracts/events/episode.ts';
import { useCustomerName } from '../../bridge/customer-of.ts';
import { useAct } from '../../bridge/use-act.ts';
import { useHead } from '../../bridge/workspace-context.tsx';
import { useCodeText } from '../../i18n/use-code-text.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { DialogBody, DialogFooter } from '../../ui/dialog-face.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';

const DISPOSITIONS = ['solved', 'answered', 'compensated', 'no-reply', 'duplicate', 'spam', 'other'] as const satisfies readonly Disposition[];

/** Ends the episode with what came of it. It waits behind replies that aren't sent yet and can be undone. */
export function ResolveDialog({ conversationId }: { conversationId: string }) {
  const t = useText('conversation');
  const words = useCodeText();
  const { screen, toast } = useStores();
  const act = useAct(conversationId);
  const { name } = useCustomerName(conversationId);
  const ticketVersion = useHead(conversationId, (head) => head.ticket?.version ?? 0);
  const [disposition, setDisposition] = useState<Disposition>('solved');
  const close = (): void => screen.getState().closeDialog();

  const resolve = async (): Promise<void> => {
    close();
    const answer = await act('episode.resolve', { disposition, ticketVersion });
    if (answer.ok) toast.getState().show({ kind: 'resolved', name, undo: () => void act('episode.reopen', {}) });
  };
  return (
    <Dialog isOpen onOpenChange={(isOpen) => !isOpen && close()} title={t('resolveAs.title', { name })}>
      <DialogBody className="grid gap-3">
        <p>{t('resolveAs.text')}</p>
        <RadioGroup
          label={t('resolveAs.text')}
          value={disposition}
          onValueChange={(value) => setDisposition(DISPOSITIONS.find((known) => known === value) ?? 'solved')}
          options={DISPOSITIONS.map((value) => ({ value, label: words('disposition', value) }))}
        />
      </DialogBody>
      <DialogFooter>
        <Button tone="quiet" onClick={close}>{t('common:cancel')}</Button>
        <Button tone="primary" onClick={() => void resolve()}>{t('resolveAs.submit')}</Button>
      </DialogFooter>
    </Dialog>
  );
}
