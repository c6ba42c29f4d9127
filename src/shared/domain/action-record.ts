import { assertNever } from '../lib/assert-never.ts';
import type { ActionRecord } from '../contracts/action.ts';
import type { EventOf } from '../contracts/events/envelope.ts';

export type ActionEventType =
  | 'action.proposed' | 'action.approved' | 'action.declined' | 'action.submitted' | 'action.executed' | 'action.unconfirmed' | 'action.failed';
export type ActionEvent = EventOf<ActionEventType>;

function started(event: EventOf<'action.proposed' | 'action.submitted'>): ActionRecord {
  const { actionId, kind, orderNumber, amount } = event.payload;
  const state = event.type === 'action.proposed' ? 'proposed' : 'submitted';
  return { actionId, kind, orderNumber, amount, state, receiptNumber: null, failure: null, proposedBy: event.actor.id, seq: event.seq };
}

/** A record for an action whose beginning this reader doesn't hold: what the later event alone can say. */
function unseen(event: ActionEvent): ActionRecord {
  const { actionId, kind, orderNumber } = event.payload;
  return { actionId, kind, orderNumber, amount: null, state: 'submitted', receiptNumber: null, failure: null, proposedBy: '', seq: event.seq };
}

/** An action of an order's ledger after one of its events; null before its first. */
export function reduceAction(record: ActionRecord | null, event: ActionEvent): ActionRecord {
  const base = record ?? unseen(event);
  switch (event.type) {
    case 'action.proposed': return started(event);
    // Submitting an approved proposal keeps who proposed it.
    case 'action.submitted': return record ? { ...record, state: 'submitted' } : started(event);
    case 'action.approved': return base;
    case 'action.declined': return { ...base, state: 'declined', failure: event.payload.reason };
    case 'action.executed': return { ...base, state: 'executed', amount: event.payload.amount, receiptNumber: event.payload.receiptNumber };
    case 'action.unconfirmed': return { ...base, state: 'unconfirmed' };
    case 'action.failed': return { ...base, state: 'failed', failure: event.payload.code };
    default: return assertNever(event);
  }
}

/** Whether nothing more will happen to it by itself. */
export function isFinished(record: ActionRecord): boolean {
  return record.state === 'executed' || record.state === 'failed' || record.state === 'declined';
}
