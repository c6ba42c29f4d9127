import { CircleAlert, CircleCheck } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useText } from '../i18n/use-text.ts';
import { useStore } from 'zustand';
import { useAtTick, useDesk } from '../bridge/desk-context.tsx';
import { useCodeText } from '../i18n/use-code-text.ts';
import type { ToastTopic } from '../stores/toast-store.ts';
import { useStores } from '../stores/stores-context.tsx';
import { Button } from '../ui/button.tsx';
import { Toast, ToastShelf } from '../ui/toast.tsx';

/** How long an undo is offered, in seconds. */
const UNDO_FOR = 8;

/** Where the one message of the window floats. */
export function ToastOutlet({ children }: { children: ReactNode }) {
  const t = useText('common');
  const { toast } = useStores();
  const current = useStore(toast, (state) => state.current);
  return (
    <ToastShelf label={t('toast.label')}>
      {children}
      {current !== null && <OneToast key={current.id} topic={current.topic} onClose={() => toast.getState().hide(current.id)} />}
    </ToastShelf>
  );
}

function useToastText(topic: ToastTopic): string {
  const t = useText('common');
  const words = useCodeText();
  return topic.kind === 'failed' ? words('error', topic.failure.code) : t(`toast.${topic.kind}`, { name: topic.name });
}

function OneToast({ topic, onClose }: { topic: ToastTopic; onClose: () => void }) {
  const t = useText('common');
  const { tick } = useDesk();
  const text = useToastText(topic);
  const [shownAt] = useState(() => tick.now());
  const left = useAtTick((now) => Math.max(0, UNDO_FOR - Math.floor((now - shownAt) / 1000)));
  if (topic.kind === 'failed') return <Toast icon={CircleAlert} text={text} onClose={onClose} />;
  const undo = (): void => {
    topic.undo();
    onClose();
  };
  return <Toast icon={CircleCheck} text={text} action={<Button size="small" onClick={undo}>{t('undo')}</Button>} countdown={t('age.second', { count: left })} onClose={onClose} />;
}
