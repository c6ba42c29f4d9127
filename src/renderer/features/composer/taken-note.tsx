import { useText } from '../../i18n/use-text.ts';
import { TextAction } from '../../ui/text-action.tsx';

/** Another window has this composer; its words are shown, and it can be taken. */
export function TakenNote({ onTake }: { onTake: () => void }) {
  const t = useText('composer');
  return (
    <p role="status" className="mx-auto flex w-full max-w-240 gap-2 px-4 pt-2 text-12 text-waiting">
      {t('taken')} <TextAction onClick={onTake}>{t('editHere')}</TextAction>
    </p>
  );
}
