import { useText } from '../../i18n/use-text.ts';
import type { Ticket } from '../../../shared/contracts/ticket.ts';
import { TICKET_TRANSITIONS } from '../../../shared/domain/ticket-transitions.ts';
import { useAtTick, useIsLive } from '../../bridge/desk-context.tsx';
import { useAct } from '../../bridge/use-act.ts';
import { useHead } from '../../bridge/workspace-context.tsx';
import { useCodeText } from '../../i18n/use-code-text.ts';
import { useMoments } from '../../i18n/use-moments.ts';
import { cn } from '../../lib/cn.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { Block } from '../../ui/block.tsx';
import { Button } from '../../ui/button.tsx';
import { Menu, type MenuEntry } from '../../ui/menu.tsx';
import { Tag } from '../../ui/tag.tsx';
import { TextAction } from '../../ui/text-action.tsx';
import { TicketTimeline } from '../../ui/ticket-timeline.tsx';
import { useTicketLines } from './ticket-lines.ts';

/** The episode's ticket: where it stands, what happened to it, and where it may go. */
export function TicketBlock({ conversationId }: { conversationId: string }) {
  const ticket = useHead(conversationId, (head) => head.ticket);
  return ticket === null ? null : <KnownTicket conversationId={conversationId} ticket={ticket} />;
}

function KnownTicket({ conversationId, ticket }: { conversationId: string; ticket: Ticket }) {
  const t = useText('ticket');
  const words = useCodeText();
  const reasons = ticket.priorityReasons.map(({ code, weight }) => `${words('priorityReason', code)} +${weight}`).join('\n');
  const title = (
    <>
      {t('title', { number: ticket.number })}
      <StateMenu conversationId={conversationId} ticket={ticket} />
      {ticket.escalated && <Tag tone="risk">{t('escalated')}</Tag>}
    </>
  );
  return (
    <Block title={title} label={t('title', { number: ticket.number })} end={ticket.dueAt !== null && <Due at={ticket.dueAt} />}>
      <div className="mb-1.5 flex items-center gap-2 text-12 text-ink-muted">
        <span className="cut">{t('facts', { kind: words('ticketKind', ticket.kind), category: words('category', ticket.category) })}</span>
        <span title={reasons}>{t('priority', { priority: words('priority', ticket.priority) })}</span>
        {!ticket.escalated && <AskLead conversationId={conversationId} />}
      </div>
      <TicketTimeline entries={useTicketLines(ticket)} label={t('timeline')} />
    </Block>
  );
}

function Due({ at }: { at: number }) {
  const t = useText('ticket');
  const moments = useMoments();
  const isOver = useAtTick((now) => now > at);
  const time = useAtTick((now) => moments.short(at, now));
  return <span title={moments.exact(at)} className={cn(isOver && 'font-mid text-risk')}>{t(isOver ? 'overdue' : 'due', { time })}</span>;
}

/** The state, and in its menu only the states it may go to. */
function StateMenu({ conversationId, ticket }: { conversationId: string; ticket: Ticket }) {
  const t = useText('ticket');
  const words = useCodeText();
  const act = useAct(conversationId);
  const isLive = useIsLive();
  const { ticketId, version } = ticket;
  const entries = TICKET_TRANSITIONS[ticket.state].map((state): MenuEntry => ({
    kind: 'act',
    id: state,
    label: words('ticketState', state),
    offReason: isLive ? undefined : t('offline'),
    onSelect: () => void act('ticket.change', { ticketId, ticketVersion: version, state }),
  }));
  if (entries.length === 0) return <Tag>{words('ticketState', ticket.state)}</Tag>;
  return <Menu trigger={<Button size="small" className="h-5 font-text" title={t('change')}>{words('ticketState', ticket.state)}</Button>} entries={entries} />;
}

function AskLead({ conversationId }: { conversationId: string }) {
  const t = useText('ticket');
  const { screen } = useStores();
  const isLive = useIsLive();
  return (
    <TextAction className="ms-auto" disabled={!isLive} onClick={() => screen.getState().openDialog({ kind: 'escalate', conversationId, reason: '' })}>
      {t('escalate')}
    </TextAction>
  );
}
