import type { LogEvent } from '../../../../src/shared/contracts/events/envelope.ts';
import type { FinalLog, Rule, Violation } from '../history.ts';

const textAt = (event: LogEvent, name: string): string => {
  const value = event.payload[name];
  return typeof value === 'string' ? value : '';
};

/** The version after each act that a shop has done; the demo shop counts them up by one. */
const versionOf = (event: LogEvent): number => Number(textAt(event, 'orderVersion').slice(1));

function executedTwice({ events }: FinalLog): Violation[] {
  const byOrder = Map.groupBy(events.filter(({ type }) => type === 'action.executed'), (event) => textAt(event, 'orderNumber'));
  return [...byOrder].flatMap(([order, executed]): Violation[] => {
    const versions = executed.map(versionOf).toSorted((one, other) => one - other);
    const isCounted = versions.every((version, index) => index === 0 || version === (versions[index - 1] ?? 0) + 1);
    return isCounted ? [] : [{ rule: 'doubled', what: `order ${order} was changed to the versions ${versions.join(', ')}: something was done that the log doesn't have, or twice` }];
  });
}

const ENDS: ReadonlySet<string> = new Set(['action.executed', 'action.failed', 'action.declined']);

function neverEnded({ events }: FinalLog): Violation[] {
  const ended = new Set(events.filter(({ type }) => ENDS.has(type)).map((event) => textAt(event, 'actionId')));
  const submitted = events.filter(({ type }) => type === 'action.submitted').map((event) => textAt(event, 'actionId'));
  return submitted.filter((id) => !ended.has(id)).map((id) => ({ rule: 'lost', what: `the action ${id} was submitted and nothing came of it` }));
}

/** What moves money or goods is done once for each act in the log, and comes to an end. */
export const orderActsAreDoneOnce: Rule = ({ logs }) => logs.flatMap((log) => [...executedTwice(log), ...neverEnded(log)]);
