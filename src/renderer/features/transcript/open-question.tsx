import { ArrowRightLeft } from 'lucide-react';
import { useText } from '../../i18n/use-text.ts';
import { useHead } from '../../bridge/workspace-context.tsx';
import { Icon } from '../../ui/icon.tsx';

/** What the customer still waits to be told: stays in sight once the packet itself has scrolled out. */
export function OpenQuestion({ conversationId, onOpen }: { conversationId: string; onOpen: () => void }) {
  const t = useText('transcript');
  const question = useHead(conversationId, (head) => head.packet?.content?.openQuestion ?? '');
  if (question === '') return null;
  return (
    <button type="button" onClick={onOpen} title={question} className="flex h-7 flex-none items-center gap-2 border-b border-line bg-surface px-4 text-start text-12 hover:bg-surface-hover">
      <Icon of={ArrowRightLeft} size="xs" className="text-ink-muted" />
      <span className="cut">{t('question', { question })}</span>
    </button>
  );
}
