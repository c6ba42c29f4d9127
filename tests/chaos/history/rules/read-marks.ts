import type { Rule, Violation } from '../history.ts';

/** Either side's mark of reading only goes forward. */
export const readMarksGoForward: Rule = ({ logs }) =>
  logs.flatMap(({ conversationId, events }) => {
    const sides = Map.groupBy(events.filter(({ type }) => type === 'read.advanced'), ({ payload }) => payload['by']);
    return [...sides].flatMap(([by, marks]): Violation[] => {
      const numbers = marks.map(({ payload }) => Number(payload['upToSeq']));
      const rises = numbers.every((upTo, index) => upTo > (numbers[index - 1] ?? 0));
      return rises ? [] : [{ rule: 'sender-order', what: `the ${String(by)}'s marks of reading in ${conversationId} go back: ${numbers.join(', ')}` }];
    });
  });
