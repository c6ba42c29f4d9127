import type { LogEvent } from '../../../../src/shared/contracts/events/envelope.ts';
import type { FinalLog, FinalOrder, History, Rule, Violation } from '../history.ts';

const textAt = (event: LogEvent, name: string): string => {
  const value = event.payload[name];
  return typeof value === 'string' ? value : '';
};

/** The demo shop counts an order's versions up by one with each act. */
const countOf = (version: string): number => Number(version.slice(1));
const versionOf = (event: LogEvent): number => countOf(textAt(event, 'orderVersion'));

function executedTwice({ events }: FinalLog): Violation[] {
  const byOrder = Map.groupBy(events.filter(({ type }) => type === 'action.executed'), (event) => textAt(event, 'orderNumber'));
  return [...byOrder].flatMap(([order, executed]): Violation[] => {
    const versions = executed.map(versionOf).toSorted((one, other) => one - other);
    const isCounted = versions.every((version, index) => index === 0 || version === (versions[index - 1] ?? 0) + 1);
    return isCounted ? [] : [{ rule: 'doubled', what: `order ${order} was changed to the versions ${versions.join(', ')}: something was done that the log doesn't have, or twice` }];
  });
}

function submittedTwice({ events }: FinalLog): Violation[] {
  const byAction = Map.groupBy(events.filter(({ type }) => type === 'action.submitted'), (event) => textAt(event, 'actionId'));
  return [...byAction].filter(([, same]) => same.length > 1).map(([id, same]) => ({ rule: 'doubled', what: `the action ${id} was submitted ${same.length} times` }));
}

/** The shop has done as much to an order as the logs say. */
function shopKnowsMore({ logs }: History, { number, before, after }: FinalOrder): Violation[] {
  const executed = logs.flatMap(({ events }) => events.filter((event) => event.type === 'action.executed' && textAt(event, 'orderNumber') === number));
  const expected = countOf(before ?? '') + executed.length;
  return before === null || countOf(after ?? '') === expected ? [] : [{ rule: 'doubled', what: `order ${number} is at ${after}, and should be at v${expected} by the log` }];
}

const ENDS: ReadonlySet<string> = new Set(['action.executed', 'action.failed', 'action.declined']);

function neverEnded({ events }: FinalLog): Violation[] {
  const ended = new Set(events.filter(({ type }) => ENDS.has(type)).map((event) => textAt(event, 'actionId')));
  const submitted = events.filter(({ type }) => type === 'action.submitted').map((event) => textAt(event, 'actionId'));
  return submitted.filter((id) => !ended.has(id)).map((id) => ({ rule: 'lost', what: `the action ${id} was submitted and nothing came of it` }));
}

/** What moves money or goods is done once for each act in the log, and comes to an end. */
export const orderActsAreDoneOnce: Rule = (history) => [
  ...history.logs.flatMap((log) => [...executedTwice(log), ...submittedTwice(log), ...neverEnded(log)]),
  ...history.orders.flatMap((order) => shopKnowsMore(history, order)),
];
