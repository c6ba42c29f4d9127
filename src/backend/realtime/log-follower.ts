import type { LogEvent } from '../../shared/contracts/events/envelope.ts';
import type { Stop, Timers } from '../clock.ts';
import type { LogReader } from '../log/log-reader.ts';
import type { Commit } from '../log/stored-conversation.ts';
import type { Logger } from '../logger.ts';

type Dependencies = { readonly reader: Pick<LogReader, 'newEventsAfter' | 'conversation' | 'headPosition'>; readonly timers: Pick<Timers, 'every'>; readonly logger: Logger; readonly publish: (commits: readonly Commit[]) => void };

/** Where other nodes write too, what is new is read from the log itself. */
export type LogFollower = { readonly start: () => Promise<void>; readonly wake: () => void; readonly stop: () => Promise<void> };

const BATCH = 500;
/** How long what another node wrote may go unseen. */
const LOOK_MS = 250;

/** A run of events of one conversation with the conversation as it is now: a row is a state, so newer than its events is fine. */
async function toCommits(reader: Dependencies['reader'], events: readonly LogEvent[]): Promise<Commit[]> {
  const byConversation = [...Map.groupBy(events, (event) => event.conversationId)];
  const commits = await Promise.all(
    byConversation.map(async ([conversationId, own]) => {
      const conversation = await reader.conversation(conversationId);
      return conversation ? [{ conversation, events: own }] : [];
    }),
  );
  return commits.flat();
}

/** Follows the log by position from now on; one look at a time, a wish during a look makes one more. */
export function createLogFollower({ reader, timers, logger, publish }: Dependencies): LogFollower {
  let position = 0;
  let looking: Promise<void> | null = null;
  let isWoken = false;
  let stopLooking: Stop = () => undefined;

  const look = async (): Promise<void> => {
    do {
      isWoken = false;
      const events = await reader.newEventsAfter(position, BATCH);
      if (events.length > 0) publish(await toCommits(reader, events));
      position = events.at(-1)?.position ?? position;
      isWoken ||= events.length === BATCH;
    } while (isWoken);
  };

  const wake = (): void => {
    isWoken = true;
    looking ??= look()
      .catch((error: unknown) => logger.error({ err: error }, 'the log could not be followed'))
      .finally(() => {
        looking = null;
      });
  };

  return {
    start: async () => {
      position = await reader.headPosition();
      stopLooking = timers.every(LOOK_MS, wake);
    },
    wake,
    stop: async () => {
      stopLooking();
      await looking;
    },
  };
}
