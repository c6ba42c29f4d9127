import { canonicalJson } from '../../../../src/backend/commands/canonical-json.ts';
import type { ConversationHead } from '../../../../src/shared/contracts/conversation-state.ts';
import { presentInboxRow } from '../../../../src/shared/domain/present-inbox-row.ts';
import { reduceHead } from '../../../../src/shared/domain/reducers/reduce-head.ts';
import type { FinalLog, Rule, RowView, Violation } from '../history.ts';

function headsOf({ initial, events }: FinalLog): ConversationHead[] {
  const heads = [initial.head];
  for (const event of events) heads.push(reduceHead(heads.at(-1) ?? initial.head, event));
  return heads;
}

function isSo({ row }: RowView, heads: readonly ConversationHead[]): boolean {
  const head = heads[row.seq];
  return head !== undefined && canonicalJson(row) === canonicalJson(presentInboxRow(head, row));
}

/** Every row of a list, at whatever moment, is what the log was at its number. What no log holds (name, channel, position) is as the row has it. */
export const rowsAreTrue: Rule = ({ logs, rowViews }) => {
  const byConversation = Map.groupBy(rowViews, ({ row }) => row.conversationId);
  return logs.flatMap((log): Violation[] => {
    const heads = headsOf(log);
    const wrong = byConversation.get(log.conversationId)?.find((view) => !isSo(view, heads));
    return wrong ? [{ rule: 'view-is-prefix', what: `the list of ${wrong.viewer} had ${log.conversationId} at ${wrong.row.seq} otherwise than the log has it` }] : [];
  });
};
