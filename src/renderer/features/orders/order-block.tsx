import { useState, type ReactNode } from 'react';
import { useText } from '../../i18n/use-text.ts';
import type { Order } from '../../../shared/contracts/order.ts';
import { useCustomerRecord } from '../../bridge/customer-of.ts';
import { useHead } from '../../bridge/workspace-context.tsx';
import { useCodeText } from '../../i18n/use-code-text.ts';
import { useLocalized } from '../../i18n/use-language.ts';
import { useMoments } from '../../i18n/use-moments.ts';
import { formatMoney } from '../../lib/money.ts';
import { Block } from '../../ui/block.tsx';
import { TextAction } from '../../ui/text-action.tsx';
import { LinePicture } from './line-picture.tsx';
import { OrderSteps } from './order-steps.tsx';

/** So many other orders are listed; the rest is a number. */
const OTHERS_SHOWN = 3;

interface OrderBlockProps {
  conversationId: string;
  /** What can be done with the order in question. */
  renderActions: (order: Order) => ReactNode;
}

/** The order in question opened, the customer's others as lines; a line opens in its place. */
export function OrderBlock({ conversationId, renderActions }: OrderBlockProps) {
  const t = useText('orders');
  const record = useCustomerRecord(conversationId);
  const asked = useHead(conversationId, (head) => head.orderNumber);
  const [chosen, setChosen] = useState<string | null>(null);
  if (record === undefined) return null;
  const { orders } = record;
  const open = orders.find(({ number }) => number === (chosen ?? asked)) ?? orders[0];
  if (open === undefined) return record.customer.identified ? <Block title={t('none')}>{null}</Block> : null;
  const others = orders.filter((order) => order !== open);
  return (
    <OrderFrame order={open}>
      <OrderLines order={open} />
      <OrderSteps order={open} />
      {open.note !== null && <p className="mb-2 text-12 text-ink-muted">{t('note', { note: open.note })}</p>}
      {renderActions(open)}
      <div className="mt-2.5">
        {others.slice(0, OTHERS_SHOWN).map((order) => <OtherOrder key={order.number} order={order} onOpen={() => setChosen(order.number)} />)}
        {others.length > OTHERS_SHOWN && <p className="text-end text-12 text-ink-muted">{t('earlier', { count: others.length - OTHERS_SHOWN })}</p>}
      </div>
    </OrderFrame>
  );
}

function OrderFrame({ order, children }: { order: Order; children: ReactNode }) {
  const t = useText('orders');
  const { locale, exact } = useMoments();
  const paid = t('paid', { amount: formatMoney(order.paid, locale) });
  const end = order.refunded.amount > 0 ? [paid, t('refunded', { amount: formatMoney(order.refunded, locale) })].join(t('common:list')) : paid;
  return (
    <Block label={t('label', { number: order.number })} title={order.number} sub={t('ordered', { date: exact(order.placedAt).slice(5, 10) })} end={end}>
      {children}
    </Block>
  );
}

function OrderLines({ order }: { order: Order }) {
  const t = useText('orders');
  const localized = useLocalized();
  const [first, ...rest] = order.lines;
  if (first === undefined) return null;
  const more = rest.length > 0 ? t('more', { count: rest.length }) : '';
  const title = order.lines.map((line) => `${localized(line.name)}, ${t('variant', { variant: localized(line.variant), count: line.quantity })}`).join('\n');
  return (
    <div className="flex items-center gap-2.5" title={title}>
      <LinePicture image={first.image} />
      <div className="min-w-0">
        <div className="cut">{localized(first.name)}</div>
        <div className="cut text-12 text-ink-muted">{[t('variant', { variant: localized(first.variant), count: first.quantity }), more].filter((part) => part !== '').join(t('common:list'))}</div>
      </div>
    </div>
  );
}

function OtherOrder({ order, onOpen }: { order: Order; onOpen: () => void }) {
  const t = useText('orders');
  const words = useCodeText();
  const localized = useLocalized();
  const { locale } = useMoments();
  const name = order.lines[0] === undefined ? '' : localized(order.lines[0].name);
  return (
    <div className="flex h-5 items-center gap-2 text-12">
      <TextAction onClick={onOpen}>{order.number}</TextAction>
      <span className="cut text-ink-muted">{t('summary', { name, state: words('orderState', order.state) })}</span>
      <span className="ms-auto shrink-0 text-ink-muted">{formatMoney(order.paid, locale)}</span>
    </div>
  );
}
