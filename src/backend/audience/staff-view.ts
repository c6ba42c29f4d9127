import type { Id } from '../../shared/contracts/basics.ts';
import { HIDDEN_TYPE, type LogEvent } from '../../shared/contracts/events/envelope.ts';
import { definitionOf } from '../log/event-rows.ts';

const HIDDEN_ACTOR = { kind: 'system', id: 'hidden' } as const;

/** Whether every member of staff may read the event as it is. */
export const isForAllStaff = (event: LogEvent): boolean => definitionOf(event.type)?.audience !== 'named';

const isNamed = (event: LogEvent, accountId: Id): boolean => event.actor.id === accountId || (Array.isArray(event.payload['to']) && event.payload['to'].includes(accountId));

/** What is left of an event for those it isn't meant for: its numbers, so that no hole shows. */
const hide = (event: LogEvent): LogEvent => ({ ...event, actor: HIDDEN_ACTOR, causationId: null, type: HIDDEN_TYPE, payload: {}, contentId: null, content: null });

/** An event as this member of staff may see it. */
export const viewForStaff =
  (accountId: Id) =>
  (event: LogEvent): LogEvent =>
    isForAllStaff(event) || isNamed(event, accountId) ? event : hide(event);
