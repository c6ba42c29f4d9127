import type { LogEvent } from '../../../../src/shared/contracts/events/envelope.ts';
import type { FinalLog, History, Operation, Rule, Violation } from '../history.ts';

const textOf = (content: unknown): string | null =>
  typeof content === 'object' && content !== null && 'text' in content && typeof content.text === 'string' ? content.text : null;

/** How often each act's key and each posted text stands in the logs. An append is one act: its events stand side by side, bear its key and have one time. */
function countAll(logs: readonly FinalLog[]) {
  const acts = new Map<string, number>();
  const texts = new Map<string, number>();
  let before: LogEvent | null = null;
  for (const event of logs.flatMap(({ events }) => events)) {
    const isAppend = before?.causationId !== event.causationId || before.at !== event.at || before.conversationId !== event.conversationId;
    if (event.causationId !== null && isAppend) acts.set(event.causationId, (acts.get(event.causationId) ?? 0) + 1);
    before = event;
    const text = event.type === 'message.posted' || event.type === 'note.posted' || event.type === 'whisper.posted' ? textOf(event.content) : null;
    if (text !== null) texts.set(text, (texts.get(text) ?? 0) + 1);
  }
  return { acts, texts };
}

/** Acts that leave no event when there is nothing to change, and observations, of which one that is refused is nobody's loss. */
const LEAVES_NOTHING: ReadonlySet<string> = new Set(['read.advance', 'flag.judge', 'conversation.unsnooze', 'ticket.escalate']);
const leavesNothing = ({ type }: Operation): boolean => LEAVES_NOTHING.has(type);

/** What its author believes done is in the log; what was left in the outbox when everything was quiet is lost too. */
export const noneLost: Rule = ({ operations, logs }: History): Violation[] => {
  const { acts } = countAll(logs);
  return operations.flatMap((operation): Violation[] => {
    if (operation.fate === 'waiting') return [{ rule: 'lost', what: `${operation.type} ${operation.id} never left the outbox` }];
    const isMissing = operation.fate === 'done' && !leavesNothing(operation) && !acts.has(operation.id);
    return isMissing ? [{ rule: 'lost', what: `${operation.type} ${operation.id} is done for its author and not in the log` }] : [];
  });
};

/** Nothing is in the log twice: not under its key, and not as another copy of its words. */
export const noneDoubled: Rule = ({ operations, logs }) => {
  const { acts, texts } = countAll(logs);
  return operations.flatMap((operation): Violation[] => {
    const appends = acts.get(operation.id) ?? 0;
    const copies = operation.text === null ? 0 : (texts.get(operation.text) ?? 0);
    return appends > 1 || copies > 1 ? [{ rule: 'doubled', what: `${operation.type} ${operation.id}: ${appends} appends, ${copies} copies of its text` }] : [];
  });
};

const UNDONE: ReadonlySet<string> = new Set(['refused', 'dropped', 'not-taken']);

/** What its author was told isn't done (refused, dropped, not taken) isn't in the log. */
export const undoneStaysUndone: Rule = ({ operations, logs }) => {
  const { acts } = countAll(logs);
  return operations
    .filter(({ id, fate }) => UNDONE.has(fate) && acts.has(id))
    .map(({ id, type, fate }) => ({ rule: 'undone-yet-there', what: `${type} ${id} is ${fate} for its author and in the log` }));
};

/** Numbers are 1..n without a hole, public numbers too, and positions rise. */
export const logsAreDense: Rule = ({ logs }) =>
  logs.flatMap(({ conversationId, events }): Violation[] => {
    const publicSeqs = events.flatMap(({ publicSeq }) => publicSeq ?? []);
    const isDense = events.every(({ seq }, index) => seq === index + 1) && publicSeqs.every((seq, index) => seq === index + 1);
    const rises = events.every(({ position }, index) => position > (events[index - 1]?.position ?? 0));
    return isDense && rises ? [] : [{ rule: 'log-dense', what: `the numbers of ${conversationId} have a hole or go back` }];
  });
