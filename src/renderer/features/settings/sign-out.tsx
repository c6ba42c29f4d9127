import { useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { useDesk } from '../../bridge/desk-context.tsx';
import { useStores } from '../../stores/stores-context.tsx';
import { AlertDialog } from '../../ui/alert-dialog.tsx';
import { Button } from '../../ui/button.tsx';

/** Signs out; with messages still unsent it says how many and asks first. */
export function SignOut() {
  const t = useText('settings');
  const { bridge } = useDesk();
  const { toast } = useStores();
  const [unsent, setUnsent] = useState<number | null>(null);
  const [isLeaving, setLeaving] = useState(false);
  const signOut = async (discard: boolean): Promise<void> => {
    if (isLeaving) return;
    setLeaving(true);
    const answer = await bridge.command('session.sign-out', { discard });
    setLeaving(false);
    if (answer.ok) return;
    if (answer.error.code === 'UNSENT_MESSAGES') setUnsent(Number(answer.error.details?.['count'] ?? 1));
    else toast.getState().show({ kind: 'failed', failure: answer.error });
  };
  return (
    <>
      <Button aria-disabled={isLeaving} onClick={() => void signOut(false)}>{t('signOut')}</Button>
      <AlertDialog
        isOpen={unsent !== null}
        title={t('unsentTitle', { count: unsent ?? 0 })}
        description={t('unsentText')}
        safe={{ label: t('stay'), onChoose: () => setUnsent(null) }}
        act={{ label: t('discard'), tone: 'danger', isBusy: isLeaving, onChoose: () => void signOut(true) }}
      />
    </>
  );
}
