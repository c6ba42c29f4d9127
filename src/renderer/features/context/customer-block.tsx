import { useText } from '../../i18n/use-text.ts';
import type { Customer } from '../../../shared/contracts/order.ts';
import { useCustomerRecord } from '../../bridge/customer-of.ts';
import { useCodeText } from '../../i18n/use-code-text.ts';
import { useMoments } from '../../i18n/use-moments.ts';
import { formatMoney } from '../../lib/money.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Block } from '../../ui/block.tsx';
import { FactGrid } from '../../ui/fact-grid.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { TermRow } from '../../ui/term-list.tsx';
import { Tier } from '../../ui/tier.tsx';

/** What was spent over the years is told without the cents that aren't there. */
const WHOLE = /\.00$/;

function useFacts(customer: Customer): TermRow[] {
  const t = useText('context');
  const moments = useMoments();
  const { spent, orderCount, refundCount, memberSince, phone, email } = customer;
  const share = orderCount === 0 ? t('noOrders') : `${((refundCount / orderCount) * 100).toFixed(1)}%`;
  const reach = phone === null && email !== null ? { term: t('email'), content: email } : { term: t('phone'), content: phone ?? t('unknown') };
  return [
    { term: t('spent'), content: t('spentValue', { amount: formatMoney(spent, moments.locale).replace(WHOLE, ''), count: orderCount }) },
    { term: t('since'), content: memberSince === null ? t('unknown') : moments.exact(memberSince).slice(0, 7) },
    reach,
    { term: t('refunds'), content: t('refundsValue', { count: refundCount, share }) },
  ];
}

/** Who the customer is to the shop. */
export function CustomerBlock({ conversationId }: { conversationId: string }) {
  const record = useCustomerRecord(conversationId);
  return record === undefined ? <Reading /> : <Known customer={record.customer} />;
}

function Reading() {
  const t = useText('context');
  return <Block title={<Skeleton className="h-4 w-24" />} label={t('reading')}><Skeleton className="h-9 w-full" /></Block>;
}

function Known({ customer }: { customer: Customer }) {
  const t = useText('context');
  const words = useCodeText();
  const title = (
    <>
      <Avatar name={customer.name} />
      {customer.name}
      {customer.tier !== 'member' && <Tier rank={customer.tier} label={words('tier', customer.tier)} />}
    </>
  );
  return (
    <Block title={title} label={customer.name} end={t('contacts', { count: customer.contactCount })}>
      <FactGrid facts={useFacts(customer)} />
      {!customer.identified && <p className="mt-1 text-12 text-waiting">{t('notIdentified')}</p>}
    </Block>
  );
}
