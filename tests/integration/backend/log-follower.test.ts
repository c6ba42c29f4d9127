import { afterEach, beforeEach, expect, it } from 'vitest';
import { presentRow } from '../../../src/backend/log/stored-conversation.ts';
import { createFeedBroadcast } from '../../../src/backend/realtime/feed-broadcast.ts';
import { createLogFollower } from '../../../src/backend/realtime/log-follower.ts';
import { readList } from '../../../src/backend/realtime/read-list.ts';
import type { Feed } from '../../../src/shared/contracts/inbox.ts';
import { EMPTY_INBOX, reduceInbox } from '../../../src/shared/domain/reducers/reduce-inbox.ts';
import { createLogUnderTest, createTestLogger, posting, type LogUnderTest } from './log-under-test.ts';
import { openTemporarySqlite, type TemporaryDatabase } from './test-databases.ts';

let temporary: TemporaryDatabase;
let log: LogUnderTest;
beforeEach(async () => {
  temporary = await openTemporarySqlite();
  log = await createLogUnderTest(temporary.database);
});
afterEach(() => temporary.close());

/** The log's reader in a world where somebody always writes just behind the reading of events, as long as there are words. */
function readBusily(words: string[]): LogUnderTest['reader'] {
  return {
    ...log.reader,
    newEventsAfter: async (position, limit) => {
      const events = await log.reader.newEventsAfter(position, limit);
      const text = words.shift();
      if (text !== undefined) await log.append(posting(log.conversationId, text));
      return events;
    },
  };
}

it('a list is as the database says, though its conversations go on between the reading of events and of themselves', async () => {
  const parts: Feed[] = [];
  const feed = createFeedBroadcast((_, part) => void parts.push(part), { after: () => () => undefined });
  const logger = createTestLogger();
  const follower = createLogFollower({
    reader: readBusily(['again', 'and again']), logger, timers: { every: () => () => undefined },
    publish: (commits) => commits.forEach(({ conversation, events }) => feed.changed(presentRow(conversation), events.at(-1)?.position ?? 0)),
  });
  await follower.start();
  await log.append(posting(log.conversationId, 'once'));
  for (let looks = 0; looks < 4; looks += 1) {
    follower.wake();
    // It waits for the look that goes on.
    await follower.stop();
  }
  const shopId = (await log.reader.conversation(log.conversationId))?.head.shopId ?? '';
  const rows = [...parts.reduce(reduceInbox, EMPTY_INBOX).rows.values()];
  expect(rows).toMatchObject([{ seq: 3 }]);
  expect(rows).toEqual(await readList(log.reader, { shopIds: [shopId], position: 0 }));
  expect(logger.errors).toEqual([]);
});
