import { useEffect, useState } from 'react';
import type { InboxRow } from '../../../shared/contracts/inbox.ts';
import { useAsk } from '../../bridge/ask.ts';
import { useDesk } from '../../bridge/desk-context.tsx';
import { useInbox } from '../../bridge/workspace-context.tsx';

const STANDS_STILL = 200;
const SHOWN = 8;

const matches = (row: InboxRow, wanted: string): boolean => [row.customer.name, row.orderNumber, row.last?.text].some((text) => text?.toLowerCase().includes(wanted) === true);

function firstMatching(rows: Iterable<InboxRow>, wanted: string): InboxRow[] {
  const found: InboxRow[] = [];
  for (const row of rows) {
    if (row.status === 'open' && matches(row, wanted)) found.push(row);
    if (found.length === SHOWN) break;
  }
  return found;
}

/** Conversations for what was typed: those at hand at once, others as the server finds them. */
export function useFound(query: string): { near: readonly InboxRow[]; far: readonly InboxRow[] } {
  const { after } = useDesk();
  const [settled, setSettled] = useState('');
  useEffect(() => after(STANDS_STILL, () => setSettled(query.trim())), [after, query]);
  const wanted = query.trim().toLowerCase();
  const rows = useInbox((inbox) => inbox.rows);
  const near = wanted === '' ? [] : firstMatching(rows.values(), wanted);
  const { data = [] } = useAsk(['conversations', 'search'], { text: settled }, { isEnabled: settled.length > 1 });
  const known = new Set(near.map(({ conversationId }) => conversationId));
  return { near, far: wanted === '' ? [] : data.filter(({ conversationId }) => !known.has(conversationId)).slice(0, SHOWN) };
}
