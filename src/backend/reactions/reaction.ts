import type { LogEvent } from '../../shared/contracts/events/envelope.ts';
import type { EventType } from '../../shared/contracts/events/catalogue.ts';

/**
 * Something that follows the log by position with a durable cursor of its own. It sees every event of the named types at least
 * once, in order; what it appends is keyed by (event id, reaction name), so a repeat changes nothing. A throw means: try this
 * event again, and nothing after it before; one that goes on failing by itself is set aside, and tried again behind those after it.
 */
export type Reaction = {
  readonly name: string;
  readonly types: readonly EventType[];
  /** What it does depends on what is now and not on the event: of those that wait together the newest is enough. */
  readonly isOfPresent?: boolean;
  readonly handle: (event: LogEvent) => Promise<void>;
};
