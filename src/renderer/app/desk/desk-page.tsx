import { ConnectionNotice } from '../../features/connection/connection-notice.tsx';
import { InboxPane } from '../../features/inbox/inbox-pane.tsx';
import { cn } from '../../lib/cn.ts';
import { useScreen } from '../../stores/stores-context.tsx';
import { Boundary } from '../boundary.tsx';
import { NothingChosen } from './nothing-chosen.tsx';
import { OpenConversation } from './open-conversation.tsx';

/** List, conversation, context: three panes, of which narrow windows fold the context away, and narrower ones the list. */
export function DeskPage() {
  const selectedId = useScreen((state) => state.selectedId);
  const isListFolded = selectedId !== null && 'max-[56rem]:hidden';
  return (
    <div className="grid min-h-0 min-w-0 flex-1 grid-cols-[minmax(0,1fr)] grid-rows-[minmax(0,1fr)] min-[56rem]:grid-cols-[var(--list)_minmax(0,1fr)] xl:grid-cols-[var(--list)_minmax(0,1fr)_var(--context)]">
      <Boundary><InboxPane notice={<ConnectionNotice isShort />} className={cn(isListFolded)} /></Boundary>
      <Boundary key={selectedId}>{selectedId === null ? <NothingChosen /> : <OpenConversation conversationId={selectedId} />}</Boundary>
    </div>
  );
}
