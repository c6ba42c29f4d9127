import { useScreen } from '../../stores/stores-context.tsx';
import { ResolveDialog } from './resolve-dialog.tsx';
import { SnoozeDialog } from './snooze-dialog.tsx';
import { TransferDialog } from './transfer-dialog.tsx';

/** The dialogue that is open for this conversation, if one is. */
export function ConversationDialogs({ conversationId }: { conversationId: string }) {
  const dialog = useScreen((state) => state.dialog);
  if (!('conversationId' in dialog) || dialog.conversationId !== conversationId) return null;
  if (dialog.kind === 'transfer') return <TransferDialog conversationId={conversationId} />;
  if (dialog.kind === 'snooze') return <SnoozeDialog conversationId={conversationId} />;
  return dialog.kind === 'resolve' ? <ResolveDialog conversationId={conversationId} /> : null;
}
