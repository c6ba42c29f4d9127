import type { Operation, Rule, Violation } from '../history.ts';

const REPLIES: ReadonlySet<string> = new Set(['message.post', 'episode.resolve']);
const ORDERED: ReadonlySet<string> = new Set([...REPLIES, 'note.post', 'whisper.post', 'message.edit', 'message.recall']);

const isReply = ({ type }: Operation): boolean => REPLIES.has(type);

/** A note may pass a reply that was refused or parked; replies never pass each other. */
const mustKeepOrder = (one: Operation, other: Operation): boolean => isReply(one) === isReply(other) || !(one.wasParked || other.wasParked);

function reversals(line: readonly { readonly operation: Operation; readonly seq: number }[]): Violation[] {
  const inOrder = line.toSorted((one, other) => one.operation.place - other.operation.place);
  return inOrder.flatMap((later, index) => {
    const passed = inOrder.slice(0, index).find((earlier) => earlier.seq > later.seq && mustKeepOrder(earlier.operation, later.operation));
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
