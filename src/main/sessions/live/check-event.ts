import { EVENTS, type EventType } from '../../../shared/contracts/events/catalogue.ts';
import type { LogEvent } from '../../../shared/contracts/events/envelope.ts';
import { isKnownEvent } from '../../../shared/domain/known-versions.ts';

/** Higher than any version that a build knows. */
const UNREADABLE_VERSION = Number.MAX_SAFE_INTEGER;

function isAsItsContractSays(event: LogEvent): boolean {
  const { payload, content } = EVENTS[event.type as EventType];
  return payload.safeParse(event.payload).success && (event.content === null || (content?.safeParse(event.content).success ?? false));
}

/**
 * The event as the reducers may trust it. One that says to be of a known type but isn't shaped so is passed on as one of an
 * unknown version: its number counts, its meaning isn't guessed.
 */
export function checkEvent(event: LogEvent): LogEvent {
  if (!isKnownEvent(event) || isAsItsContractSays(event)) return event;
  return { ...(event as LogEvent), schemaVersion: UNREADABLE_VERSION };
}
