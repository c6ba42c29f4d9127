import { ChevronLeft } from 'lucide-react';
import { useText } from '../../i18n/use-text.ts';
import { useConversation, useMirror } from '../../bridge/workspace-context.tsx';
import { Composer } from '../../features/composer/composer.tsx';
import { ConnectionNotice } from '../../features/connection/connection-notice.tsx';
import { ConversationBar } from '../../features/conversation/conversation-bar.tsx';
import { ConversationDialogs } from '../../features/conversation/conversation-dialogs.tsx';
import { ActNotices } from '../../features/conversation/refused-acts.tsx';
import { KnowledgeProvider } from '../../features/knowledge/knowledge-context.tsx';
import { StaleDialog } from '../../features/stale/stale-dialog.tsx';
import { Suggestions } from '../../features/suggestions/suggestions.tsx';
import { EscalateDialog } from '../../features/ticket/escalate-dialog.tsx';
import { Transcript } from '../../features/transcript/transcript.tsx';
import { useCodeText } from '../../i18n/use-code-text.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Pane } from '../../ui/pane.tsx';
import { Boundary } from '../boundary.tsx';
import { ContextPane } from './context-pane.tsx';

/** The chosen conversation and what belongs to it, once its state is here. */
export function OpenConversation({ conversationId }: { conversationId: string }) {
  useConversation(conversationId);
  const kind = useMirror(conversationId, (mirror) => mirror.kind);
  if (kind !== 'ready') return <NotReady conversationId={conversationId} />;
  return (
    <KnowledgeProvider conversationId={conversationId}>
      <ConversationPane conversationId={conversationId} />
      <Boundary><ContextPane conversationId={conversationId} /></Boundary>
      <ConversationDialogs conversationId={conversationId} />
      <EscalateDialog conversationId={conversationId} />
      <StaleDialog conversationId={conversationId} />
    </KnowledgeProvider>
  );
}

function ConversationPane({ conversationId }: { conversationId: string }) {
  const t = useText('conversation');
  return (
    <Pane as="main" label={t('label')}>
      <BackToList />
      <ConnectionNotice isShort={false} />
      <ConversationBar conversationId={conversationId} />
      <ActNotices conversationId={conversationId} />
      <Boundary><Transcript conversationId={conversationId} /></Boundary>
      <Suggestions conversationId={conversationId} />
      <Composer conversationId={conversationId} />
    </Pane>
  );
}

/** In windows too narrow for two panes. */
function BackToList() {
  const t = useText('inbox');
  const { screen } = useStores();
  return (
    <Button tone="quiet" size="small" className="m-1 self-start min-[56rem]:hidden" onClick={() => screen.getState().select(null)}>
      <Icon of={ChevronLeft} size="s" /> {t('label')}
    </Button>
  );
}

function NotReady({ conversationId }: { conversationId: string }) {
  const t = useText('conversation');
  const words = useCodeText();
  const code = useMirror(conversationId, (mirror) => (mirror.kind === 'failed' ? mirror.code : null));
  return (
    <Pane as="main" label={t('label')} className="xl:col-span-2">
      <BackToList />
      <EmptyState as="h1" title={code === null ? t('loading') : t('failed', { reason: words('error', code) })} />
    </Pane>
  );
}
