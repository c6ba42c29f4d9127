import type { ConversationHead } from '../../../contracts/conversation-state.ts';
import { isFinished, reduceAction, type ActionEvent, type ActionEventType } from '../../action-record.ts';
import { lastOf, type HeadHandlers } from './handlers.ts';

const OPEN_KEPT = 20;

function throughLedger(head: ConversationHead, event: ActionEvent): ConversationHead {
  const known = head.openActions.find((record) => record.actionId === event.payload.actionId) ?? null;
  const others = head.openActions.filter((record) => record !== known);
  const next = reduceAction(known, event);
  return { ...head, openActions: isFinished(next) ? others : lastOf([...others, next], OPEN_KEPT) };
}

/** Actions that wait for somebody or something stay in the head until they end. */
export const actionHandlers: HeadHandlers<ActionEventType> = {
  'action.proposed': throughLedger,
  'action.approved': throughLedger,
  'action.declined': throughLedger,
  'action.submitted': throughLedger,
  'action.executed': throughLedger,
  'action.unconfirmed': throughLedger,
  'action.failed': throughLedger,
};
