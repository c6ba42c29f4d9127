import { useEffect, useState } from 'preact/hooks';
import { usePage } from './page-context.ts';
import { useStore } from './use-store.ts';

function useIsVisible(): boolean {
  const [isVisible, setIsVisible] = useState(() => document.visibilityState === 'visible');
  useEffect(() => {
    const handleChange = () => setIsVisible(document.visibilityState === 'visible');
    document.addEventListener('visibilitychange', handleChange);
    return () => document.removeEventListener('visibilitychange', handleChange);
  }, []);
  return isVisible;
}

/** Read is what was painted at the end of a visible page while the line was open. */
export function useMarkRead(isAtEnd: boolean): void {
  const { chat } = usePage();
  const thread = useStore(chat.thread);
  const line = useStore(chat.line);
  const isVisible = useIsVisible();
  useEffect(() => {
    if (isVisible && isAtEnd && line.kind === 'open') chat.markRead();
  }, [chat, thread, line, isVisible, isAtEnd]);
}
