import type { ConversationHead } from '../../../contracts/conversation-state.ts';
import { isFinished, reduceAction, type ActionEvent, type ActionEventType } from '../../action-record.ts';
import { lastOf, type HeadHandlers } from './handlers.ts';

const OPEN_KEPT = 20;

function throughLedger(head: ConversationHead, event: ActionEvent): ConversationHead {
  const index = head.openActions.findIndex((record) => record.actionId === event.payload.actionId);
  const next = reduceAction(head.openActions[index] ?? null, event);
  if (index === -1) return isFinished(next) ? head : { ...head, openActions: lastOf([...head.openActions, next], OPEN_KEPT) };
  return { ...head, openActions: isFinished(next) ? head.openActions.toSpliced(index, 1) : head.openActions.with(index, next) };
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
