import { useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { useCustomerName } from '../../bridge/customer-of.ts';
import { useApp } from '../../bridge/desk-context.tsx';
import { usePeople } from '../../bridge/people.ts';
import { useAct } from '../../bridge/use-act.ts';
import { useLocalized } from '../../i18n/use-language.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { DialogBody, DialogFooter } from '../../ui/dialog-face.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Select, type SelectOption } from '../../ui/select.tsx';
import { Textarea } from '../../ui/textarea.tsx';

/** Queues first, then colleagues, those who accept before those who are away. */
function useTargets(): SelectOption[] {
  const t = useText('conversation');
  const localized = useLocalized();
  const me = useApp((state) => state.account?.id);
  const { staff, presence, queues } = usePeople();
  const present = new Map(presence.map((fact) => [fact.agentId, fact]));
  const colleagues = staff
    .filter(({ id, role }) => id !== me && (role === 'agent' || role === 'lead'))
    .map(({ id, name, capacity }) => {
      const fact = present.get(id);
      const isHere = fact?.connected === true && fact.state === 'accepting';
      const label = isHere ? t('transferTo.colleague', { name: localized(name), load: fact.load, capacity }) : t('transferTo.away', { name: localized(name) });
      return { value: `agent ${id}`, label, isHere };
    })
    .toSorted((left, right) => Number(right.isHere) - Number(left.isHere));
  return [...queues.map(({ id, name }) => ({ value: `queue ${id}`, label: t('transferTo.queue', { name: localized(name) }) })), ...colleagues];
}

/** Hands the conversation to a queue or a colleague; until somebody took it, it can be taken back. */
export function TransferDialog({ conversationId }: { conversationId: string }) {
  const t = useText('conversation');
  const { screen, toast } = useStores();
  const act = useAct(conversationId);
  const { name } = useCustomerName(conversationId);
  const [target, setTarget] = useState('');
  const [note, setNote] = useState('');
  const close = (): void => screen.getState().closeDialog();

  const transfer = async (): Promise<void> => {
    const [kind, id = ''] = target.split(' ');
    close();
    const answer = await act('conversation.transfer', { to: { kind: kind === 'queue' ? 'queue' : 'agent', id }, note });
    if (answer.ok) toast.getState().show({ kind: 'transferred', name, undo: () => void act('conversation.take-over', {}) });
  };
  return (
    <Dialog isOpen onOpenChange={(isOpen) => !isOpen && close()} title={t('transferTo.title', { name })}>
      <DialogBody className="grid gap-3">
        <Field label={t('transferTo.to')}>
          <Select value={target} onValueChange={setTarget} options={useTargets()} placeholder={t('transferTo.choose')} size="large" />
        </Field>
        <Field label={t('transferTo.note')} hint={t('transferTo.noteHint')}>
          <Textarea value={note} onChange={(event) => setNote(event.target.value)} />
        </Field>
      </DialogBody>
      <DialogFooter>
        <Button tone="quiet" onClick={close}>{t('common:cancel')}</Button>
        <Button tone="primary" offReason={target === '' ? t('transferTo.choose') : undefined} onClick={() => void transfer()}>{t('transferTo.submit')}</Button>
      </DialogFooter>
    </Dialog>
  );
}
