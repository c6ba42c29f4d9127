import { PanelRightClose } from 'lucide-react';
import { useText } from '../../i18n/use-text.ts';
import { ActionBar } from '../../features/actions/action-bar.tsx';
import { CustomerBlock } from '../../features/context/customer-block.tsx';
import { KnowledgeField } from '../../features/knowledge/knowledge-field.tsx';
import { KnowledgeHits } from '../../features/knowledge/knowledge-hits.tsx';
import { OrderBlock } from '../../features/orders/order-block.tsx';
import { TicketBlock } from '../../features/ticket/ticket-block.tsx';
import { cn } from '../../lib/cn.ts';
import { useScreen, useStores } from '../../stores/stores-context.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Pane, PaneHead, PaneScroll } from '../../ui/pane.tsx';

const OVERLAY = 'max-xl:fixed max-xl:inset-y-0 max-xl:end-0 max-xl:z-(--z-overlay) max-xl:w-(--context) max-xl:max-w-full max-xl:shadow-dialog';

/** Customer, orders and what can be done with them, ticket, knowledge. In narrow windows it lies over the conversation, without a scrim. */
export function ContextPane({ conversationId }: { conversationId: string }) {
  const t = useText('context');
  const { screen } = useStores();
  const isOpen = useScreen((state) => state.isContextOpen);
  return (
    <Pane as="aside" label={t('label')} tone="side" className={cn(OVERLAY, !isOpen && 'max-xl:hidden')}>
      <PaneHead>
        <IconButton icon={PanelRightClose} label={t('close')} className="xl:hidden" onClick={() => screen.getState().setContextOpen(false)} />
        <KnowledgeField />
      </PaneHead>
      <div data-pane="context" className="flex min-h-0 flex-1 flex-col">
        <PaneScroll>
          <KnowledgeHits conversationId={conversationId} place="top" />
          <CustomerBlock conversationId={conversationId} />
          <OrderBlock conversationId={conversationId} renderActions={(order) => <ActionBar conversationId={conversationId} order={order} />} />
          <TicketBlock conversationId={conversationId} />
          <KnowledgeHits conversationId={conversationId} place="end" />
        </PaneScroll>
      </div>
    </Pane>
  );
}
