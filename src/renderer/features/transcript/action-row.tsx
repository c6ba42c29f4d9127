import { CircleAlert, Hourglass, ReceiptText, X } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import type { ActionRecord } from '../../../shared/contracts/action.ts';
import type { Item } from '../../../shared/contracts/conversation-state.ts';
import { needsApproval } from '../../../shared/domain/needs-approval.ts';
import { useApp, useIsLive } from '../../bridge/desk-context.tsx';
import { useAct } from '../../bridge/use-act.ts';
import { useHead } from '../../bridge/workspace-context.tsx';
import { useCodeText } from '../../i18n/use-code-text.ts';
import { useMoments } from '../../i18n/use-moments.ts';
import { formatMoney } from '../../lib/money.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Input } from '../../ui/input.tsx';
import { useActorName } from './use-actor-name.ts';

const SHAPES = { proposed: Hourglass, submitted: Hourglass, unconfirmed: Hourglass, executed: ReceiptText, failed: CircleAlert, declined: X } as const;

function useActionWords(): (record: ActionRecord) => string {
  const t = useText('transcript');
  const { locale } = useMoments();
  return ({ kind, orderNumber, amount }) => {
    const about = { action: t(`actions:${kind}.title`), order: orderNumber };
    return amount === null ? t('action.onPlain', about) : t('action.on', { ...about, amount: formatMoney(amount, locale) });
  };
}

/** What was done to an order, what came of it, and for a lead the decision it waits for. */
export function ActionRow({ item, conversationId }: { item: Extract<Item, { kind: 'action' }>; conversationId: string }) {
  const t = useText('transcript');
  const words = useCodeText();
  const moments = useMoments();
  const nameOf = useActorName(conversationId);
  const actionWords = useActionWords();
  const { record } = item;
  const isOpen = useHead(conversationId, (head) => head.openActions.some((open) => open.actionId === record.actionId && open.state === 'proposed'));
  const isBad = record.state === 'failed' || record.state === 'declined';
  const said = record.failure === null ? '' : record.state === 'failed' ? words('error', record.failure) : record.failure;
  return (
    <section aria-label={actionWords(record)} className="mx-auto w-fit max-w-full rounded-message border border-line-strong px-3 py-1.5 text-12">
      <div className="flex flex-wrap items-center gap-x-2">
        <Icon of={SHAPES[record.state]} size="s" className={isBad ? 'text-risk' : 'text-ink-muted'} />
        <b className="text-13 font-mid">{actionWords(record)}</b>
        <span className={isBad ? 'text-risk' : 'text-ink-2'}>{words('actionState', record.state)}</span>
        {said !== '' && <span>{said}</span>}
        {record.receiptNumber !== null && <span>{t('action.receipt', { number: record.receiptNumber })}</span>}
        <span className="text-ink-muted">{nameOf(item.actor)}</span>
        <time dateTime={moments.iso(item.at)} title={moments.exact(item.at)} className="text-ink-muted">{moments.time(item.at)}</time>
      </div>
      {record.state === 'proposed' && isOpen && <Decision conversationId={conversationId} record={record} />}
    </section>
  );
}

/** A lead approves or declines what somebody else proposed; to approve it takes a limit that covers it. */
function Decision({ conversationId, record }: { conversationId: string; record: ActionRecord }) {
  const t = useText('transcript');
  const account = useApp((state) => state.account);
  const { locale } = useMoments();
  const isLive = useIsLive();
  const act = useAct(conversationId);
  const [reason, setReason] = useState<string | null>(null);
  if (account === null || (account.role !== 'lead' && account.role !== 'admin')) return null;
  const off = isLive ? (record.proposedBy === account.id ? t('action.ownProposal') : undefined) : t('action.onlyOnline');
  const isOver = needsApproval(record.amount, account.moneyLimit);
  const approveOff = off ?? (isOver ? t('action.overLimit', { limit: formatMoney(account.moneyLimit, locale) }) : undefined);
  const decide = (verdict: 'approved' | 'declined', why: string): void => void act('action.decide', { actionId: record.actionId, verdict, reason: why });
  return (
    <div className="mt-1.5 flex items-center gap-2">
      <Button size="small" offReason={approveOff} onClick={() => decide('approved', '')}>{t('action.approve')}</Button>
      {reason === null ? (
        <Button size="small" tone="quiet" offReason={off} onClick={() => setReason('')}>{t('action.decline')}</Button>
      ) : (
        <>
          <Input aria-label={t('action.declineReason')} placeholder={t('action.declineReason')} value={reason} onChange={(event) => setReason(event.target.value)} />
          <Button size="small" tone="quiet" offReason={reason.trim() === '' ? t('action.declineReason') : off} onClick={() => decide('declined', reason.trim())}>{t('action.decline')}</Button>
        </>
      )}
    </div>
  );
}
