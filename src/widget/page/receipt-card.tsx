import type { ActionKind } from '../../shared/contracts/action.ts';
import type { ThreadItem } from '../../shared/domain/reducers/reduce-thread.ts';
import { formatMoney } from './formats.ts';
import { usePage } from './page-context.ts';

/** What was done on the order: said once, with its number. */
export function ReceiptCard({ receipt }: { receipt: Extract<ThreadItem, { kind: 'receipt' }> }) {
  const { texts } = usePage();
  const title = texts.receipts[receipt.action as ActionKind] ?? texts.receiptOther;
  const amount = receipt.amount ? formatMoney(receipt.amount, texts.htmlLang) : null;
  return (
    <section class="receipt" aria-label={title}>
      <p class="first"><b>{amount === null ? title : `${title} ${amount}`}</b><span>{receipt.orderNumber}</span></p>
      <p class="second">{texts.receiptNumber(receipt.receiptNumber)}</p>
    </section>
  );
}
