import type { Operation, Rule, Violation } from '../history.ts';

/** What waits behind a reply that was refused, in the order in which it was said. */
const BEHIND_REPLIES: ReadonlySet<string> = new Set(['message.post', 'episode.resolve']);
const ORDERED: ReadonlySet<string> = new Set([...BEHIND_REPLIES, 'note.post', 'whisper.post', 'message.edit', 'message.recall', 'conversation.snooze', 'conversation.unsnooze']);

/** What was refused lets later acts pass until it is sent anew; a reply lets no reply pass, and nothing that ends the matter. */
const mayBePassed = (earlier: Operation, later: Operation): boolean => earlier.wasParked && !(earlier.type === 'message.post' && BEHIND_REPLIES.has(later.type));

function reversals(line: readonly { readonly operation: Operation; readonly seq: number }[]): Violation[] {
  const inOrder = line.toSorted((one, other) => one.operation.place - other.operation.place);
  return inOrder.flatMap((later, index) => {
    const passed = inOrder.slice(0, index).find((earlier) => earlier.seq > later.seq && !mayBePassed(earlier.operation, later.operation));
    return passed ? [{ rule: 'sender-order' as const, what: `${later.operation.id} stands before ${passed.operation.id}, which its author did first` }] : [];
  });
}

/** What one author says in one conversation stands in the log in the order in which they said it. */
export const senderOrderHolds: Rule = ({ operations, logs }) => {
  const seqOf = new Map(logs.flatMap(({ events }) => events.toReversed().map((event) => [event.causationId, event.seq] as const)));
  const placed = operations.flatMap((operation) => {
    const seq = seqOf.get(operation.id);
    return seq === undefined || !ORDERED.has(operation.type) ? [] : [{ operation, seq }];
  });
  const lines = Map.groupBy(placed, ({ operation }) => `${operation.by} ${operation.conversationId}`);
  return [...lines.values()].flatMap(reversals);
};
