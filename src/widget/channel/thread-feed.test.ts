import { describe, expect, it } from 'vitest';
import type { PublicEvent } from '../../shared/contracts/events/public-event.ts';
import { createThreadFeed } from './thread-feed.ts';

const event = (publicSeq: number): PublicEvent => ({
  id: `e${publicSeq}`, publicSeq, at: publicSeq, actor: { kind: 'bot', name: null }, type: 'message.posted', payload: {}, content: { text: String(publicSeq), attachments: [], buttons: [] },
});

/** A log of `count` events that answers two at a time. */
function feedOf(count: number) {
  const log = Array.from({ length: count }, (_, index) => event(index + 1));
  const asked: number[] = [];
  const feed = createThreadFeed(async (after) => {
    asked.push(after);
    return { kind: 'answered', result: { ok: true, value: { events: log.slice(after, after + 2), more: after + 2 < log.length } } };
  });
  return { feed, asked, shown: () => feed.thread.get().items.map(({ publicSeq }) => publicSeq) };
}

describe('the feed', () => {
  it('asks until nothing is missing', async () => {
    const { feed, asked, shown } = feedOf(5);
    await feed.catchUp();
    expect(shown()).toEqual([1, 2, 3, 4, 5]);
    expect(asked).toEqual([0, 2, 4]);
  });

  it('fills a gap from the log, in order and once', async () => {
    const { feed, shown } = feedOf(4);
    feed.receive([event(4)]);
    await feed.catchUp();
    feed.receive([event(3), event(4)]);
    expect(shown()).toEqual([1, 2, 3, 4]);
  });

  it('learns of the last event by the head alone', async () => {
    const { feed, shown } = feedOf(1);
    feed.hearHead(1);
    await feed.catchUp();
    expect(shown()).toEqual([1]);
  });

  it('gives up on a far end that promises more than it has, until the next sign of life', async () => {
    const { feed, asked } = feedOf(0);
    feed.hearHead(7);
    await feed.catchUp();
    expect(asked).toEqual([0]);
  });
});
