import { useText } from '../../i18n/use-text.ts';
import type { Holder } from '../../../shared/contracts/conversation-state.ts';
import { useApp, useAtTick } from '../../bridge/desk-context.tsx';
import { usePeople } from '../../bridge/people.ts';
import { useCustomerRecord } from '../../bridge/customer-of.ts';
import { useHead } from '../../bridge/workspace-context.tsx';
import { useCodeText } from '../../i18n/use-code-text.ts';
import { useLocalized } from '../../i18n/use-language.ts';
import { useMoments } from '../../i18n/use-moments.ts';
import { formatClock } from '../../lib/duration.ts';
import { cn } from '../../lib/cn.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { SlaRing } from '../../ui/sla-ring.tsx';
import { TextAction } from '../../ui/text-action.tsx';
import type { HeadFact } from '../../ui/conversation-head.tsx';

/** Who has it, in words. */
function useHolderWords(): (holder: Holder) => string {
  const t = useText('conversation');
  const localized = useLocalized();
  const { staffName, queueName } = usePeople();
  const me = useApp((state) => state.account?.id);
  return (holder) => {
    switch (holder.kind) {
      case 'none': return t('nobody');
      case 'bot': return t('withBot');
      case 'queue': {
        const queue = queueName(holder.queueId);
        return queue === null ? t('inSomeQueue') : t('inQueue', { queue: localized(queue) });
      }
      case 'agent': {
        if (holder.agentId === me) return t('ownerMe');
        const name = staffName(holder.agentId);
        return t('owner', { name: name === null ? t('common:somebody') : localized(name) });
      }
    }
  };
}

/** The promise in words, running. */
function PromiseFact({ conversationId }: { conversationId: string }) {
  const t = useText('conversation');
  const sla = useHead(conversationId, (head) => head.sla);
  const clock = useAtTick((now) => (sla === null ? '' : formatClock(Math.abs(sla.dueAt - now))));
  const isLate = useAtTick((now) => sla !== null && now >= sla.dueAt);
  if (sla === null) return null;
  const text = isLate ? t('replyLate', { clock }) : t('replyDue', { clock });
  return (
    <span className={cn('flex shrink-0 items-center gap-1', isLate && 'font-mid text-risk')}>
      <PromiseRing startedAt={sla.startedAt} dueAt={sla.dueAt} label={text} />
      {text}
    </span>
  );
}

function PromiseRing({ startedAt, dueAt, label }: { startedAt: number; dueAt: number; label: string }) {
  const left = useAtTick((now) => Math.ceil(((dueAt - now) / (dueAt - startedAt)) * 24) / 24);
  return <SlaRing state={left <= 0 ? { kind: 'breached' } : { kind: 'running', left }} label={label} />;
}

/** Order, its state, owner, snooze, promise: the second line of the head. */
export function useHeadFacts(conversationId: string): HeadFact[] {
  const t = useText('conversation');
  const words = useCodeText();
  const moments = useMoments();
  const holderWords = useHolderWords();
  const { screen } = useStores();
  const { orderNumber, holder, snoozedUntil, sla, episode } = useHead(conversationId, (head) => head);
  const order = useCustomerRecord(conversationId)?.orders.find((candidate) => candidate.number === orderNumber);
  const snoozed = useAtTick((now) => (snoozedUntil !== null && snoozedUntil > now ? moments.short(snoozedUntil, now) : null));
  const facts: (HeadFact | null)[] = [
    orderNumber === null ? null : { id: 'order', content: <TextAction onClick={() => screen.getState().setContextOpen(true)}>{orderNumber}</TextAction> },
    order === undefined ? null : { id: 'state', content: words('orderState', order.state) },
    { id: 'holder', content: <span className="cut">{episode.status === 'open' ? holderWords(holder) : t('resolved')}</span> },
    snoozed === null ? null : { id: 'snoozed', content: t('snoozedUntil', { time: snoozed }) },
    sla === null ? null : { id: 'promise', content: <PromiseFact conversationId={conversationId} /> },
  ];
  return facts.filter((fact) => fact !== null);
}
