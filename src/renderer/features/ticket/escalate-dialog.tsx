import { useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { useAct } from '../../bridge/use-act.ts';
import { useHead } from '../../bridge/workspace-context.tsx';
import { useScreen, useStores } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { DialogBody, DialogFooter } from '../../ui/dialog-face.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Textarea } from '../../ui/textarea.tsx';

/** Marks the ticket for a lead, with the reason. */
export function EscalateDialog({ conversationId }: { conversationId: string }) {
  const dialog = useScreen((state) => state.dialog);
  if (dialog.kind !== 'escalate' || dialog.conversationId !== conversationId) return null;
  return <OpenEscalate conversationId={conversationId} proposed={dialog.reason} />;
}

function OpenEscalate({ conversationId, proposed }: { conversationId: string; proposed: string }) {
  const t = useText('ticket');
  const { screen } = useStores();
  const act = useAct(conversationId);
  const ticket = useHead(conversationId, (head) => head.ticket);
  const [reason, setReason] = useState(proposed);
  const close = (): void => screen.getState().closeDialog();
  if (ticket === null) return null;
  const submit = (): void => {
    close();
    void act('ticket.escalate', { ticketId: ticket.ticketId, reason: reason.trim() });
  };
  return (
    <Dialog isOpen onOpenChange={(isOpen) => !isOpen && close()} title={t('escalateTitle', { number: ticket.number })}>
      <DialogBody>
        <Field label={t('reason')}><Textarea value={reason} onChange={(event) => setReason(event.target.value)} /></Field>
      </DialogBody>
      <DialogFooter>
        <Button tone="quiet" onClick={close}>{t('common:cancel')}</Button>
        <Button tone="primary" offReason={reason.trim() === '' ? t('reason') : undefined} onClick={submit}>{t('submit')}</Button>
      </DialogFooter>
    </Dialog>
  );
}
