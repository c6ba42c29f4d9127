import type { Tier } from '../../shared/contracts/basics.ts';
import type { Customer, Order } from '../../shared/contracts/order.ts';
import { useAsk } from './ask.ts';
import { useHead, useInboxRow, useReady } from './workspace-context.tsx';

const FRESH_FOR = 60_000;

/** Changes with every action on an order of this conversation: what was known of the orders before is old then. */
export const useLedgerStamp = (conversationId: string): string =>
  useReady(conversationId, ({ displayed: { confirmed } }) => `${confirmed.window.items.findLast((item) => item.kind === 'action')?.seq ?? 0}.${confirmed.head.openActions.length}`);

/** The customer of an opened conversation with their orders, newest first; undefined until known. */
export function useCustomerRecord(conversationId: string): { customer: Customer; orders: Order[] } | undefined {
  const customerId = useHead(conversationId, (head) => head.customerId);
  const stamp = useLedgerStamp(conversationId);
  const { data } = useAsk(['customers', 'get'], { customerId }, { freshFor: FRESH_FOR, stamp, keepPrevious: true });
  // The previous answer is kept while a newer one is on its way, but never another customer's.
  return data?.customer.id === customerId ? data : undefined;
}

/** Name and tier: from the list's row at once, else from the customer's record. */
export function useCustomerName(conversationId: string): { name: string; tier: Tier } {
  const row = useInboxRow(conversationId);
  const record = useCustomerRecord(conversationId);
  return row?.customer ?? record?.customer ?? { name: '', tier: 'member' };
}
