import type { LogEvent } from '../../../../src/shared/contracts/events/envelope.ts';
import type { Borrowing, History, Rule, Violation } from '../history.ts';

const violation = (what: string): Violation => ({ rule: 'served-unduly', what });

const textOf = ({ content }: LogEvent): unknown => (typeof content === 'object' && content !== null && 'text' in content ? content.text : null);

function wrongAnswer(events: readonly LogEvent[], { id, by, answer }: Borrowing): Violation[] {
  if (answer === null) return [];
  const own = events.filter(({ causationId, actor }) => causationId === id && actor.id === by);
  if (answer === 'refused') return own.length === 0 ? [] : [violation(`${by} was refused ${id}, and it is done`)];
  return own.some(({ seq }) => seq === answer) ? [] : [violation(`${by} was given the number ${answer} for ${id}, which isn't theirs`)];
}

/** What the owner of an id said stands in the log under it, theirs and word for word. */
function changedWords({ operations }: History, events: readonly LogEvent[], { id, owner }: Borrowing): Violation[] {
  const said = operations.find((operation) => operation.id === id)?.text ?? null;
  const event = events.find((other) => other.id === id);
  const isSame = event?.actor.id === owner && textOf(event) === said;
  return isSame ? [] : [violation(`what ${owner} said as ${id} is not in the log as they said it`)];
}

/** Who sends an act under another's id is refused, or done an act of their own: the other's answer and words are not touched. */
export const borrowedKeysGiveNothing: Rule = (history) =>
  history.borrowings.flatMap((borrowing) => {
    const events = history.logs.find(({ conversationId }) => conversationId === borrowing.conversationId)?.events ?? [];
    return [...wrongAnswer(events, borrowing), ...changedWords(history, events, borrowing)];
  });
