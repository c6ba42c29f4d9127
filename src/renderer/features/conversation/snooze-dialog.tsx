import { useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { useCustomerName } from '../../bridge/customer-of.ts';
import { useDesk } from '../../bridge/desk-context.tsx';
import { useAct } from '../../bridge/use-act.ts';
import { useMoments } from '../../i18n/use-moments.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { DialogBody, DialogFooter } from '../../ui/dialog-face.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Input } from '../../ui/input.tsx';
import { snoozeChoices } from './snooze-times.ts';

/** Puts the conversation aside until a time; it comes back earlier when the customer writes. */
export function SnoozeDialog({ conversationId }: { conversationId: string }) {
  const t = useText('conversation');
  const { screen, toast } = useStores();
  const { tick } = useDesk();
  const act = useAct(conversationId);
  const moments = useMoments();
  const { name } = useCustomerName(conversationId);
  const [now] = useState(() => tick.now());
  const [custom, setCustom] = useState('');
  const customAt = custom === '' ? Number.NaN : Date.parse(custom);
  const close = (): void => screen.getState().closeDialog();

  const snooze = async (until: number): Promise<void> => {
    close();
    const answer = await act('conversation.snooze', { until });
    if (answer.ok) toast.getState().show({ kind: 'snoozed', name, undo: () => void act('conversation.unsnooze', {}) });
  };
  return (
    <Dialog isOpen onOpenChange={(isOpen) => !isOpen && close()} title={t('snoozeFor.title', { name })}>
      <DialogBody className="grid gap-3">
        <p>{t('snoozeFor.text')}</p>
        <div className="grid gap-1">
          {snoozeChoices(now).map(({ id, until }) => (
            <Button key={id} tone="quiet" size="large" className="justify-between" onClick={() => void snooze(until)}>
              {t(`snoozeFor.${id}`)}
              <span className="font-text text-ink-muted">{moments.short(until, now)} {moments.time(until).slice(0, 5)}</span>
            </Button>
          ))}
        </div>
      </DialogBody>
      <DialogFooter
        note={
          <>
            {t('snoozeFor.custom')}
            <Input type="datetime-local" aria-label={t('snoozeFor.custom')} value={custom} onChange={(event) => setCustom(event.target.value)} />
          </>
        }
      >
        <Button tone="quiet" onClick={close}>{t('common:cancel')}</Button>
        <Button tone="primary" aria-disabled={!(customAt > now)} onClick={() => customAt > now && void snooze(customAt)}>{t('snoozeFor.submit')}</Button>
      </DialogFooter>
    </Dialog>
  );
}
