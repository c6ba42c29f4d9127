import type { Clock, Undo } from '../../ports/clock.ts';
import type { Notifier } from '../../ports/notifier.ts';
import type { Feed, FeedNews } from '../live/feed.ts';
import type { SessionManager } from '../live/session-manager.ts';
import { TOO_LONG_MS, decideNotice, isMine, waitingOfMine } from './decide-notices.ts';

const WAITING_TAG = 'waiting';
const tagOf = (conversationId: string): string => `conversation:${conversationId}`;

type Deps = { readonly me: string; readonly feed: Feed; readonly sessions: SessionManager; readonly notifier: Notifier; readonly clock: Clock };

/** Raises notices from the list until undone: one a conversation, and one for all that wait too long, replaced in place. */
export function raiseNotices({ me, feed, sessions, notifier, clock }: Deps): Undo {
  let cancelWait: Undo = () => undefined;
  let shownWait = '';
  const shown = new Set<string>();

  function withdraw(tag: string): void {
    if (shown.delete(tag)) notifier.withdraw(tag);
  }

  function follow({ changes, whole }: FeedNews): void {
    // A list begun anew is no news: the agent sees it whole.
    if (whole) return;
    for (const change of changes) {
      const { conversationId } = change.after;
      const step = decideNotice(change, { me, isLookedAt: sessions.isLookedAt(conversationId) });
      if (step.kind === 'withdraw') withdraw(tagOf(conversationId));
      if (step.kind !== 'show') continue;
      shown.add(tagOf(conversationId));
      notifier.show(tagOf(conversationId), step.notice);
    }
  }

  function watchWaits(): void {
    cancelWait();
    const waiting = waitingOfMine(feed.state().rows.values(), me);
    const late = waiting.filter((row) => clock.now() - row.waitingSince >= TOO_LONG_MS);
    const next = waiting[late.length];
    if (next) cancelWait = clock.after(next.waitingSince + TOO_LONG_MS - clock.now(), watchWaits);
    showLate(late);
  }

  function showLate(late: ReturnType<typeof waitingOfMine>): void {
    const [longest] = late;
    const wait = longest ? `${longest.conversationId} ${late.length}` : '';
    if (wait === shownWait) return;
    shownWait = wait;
    if (!longest) return withdraw(WAITING_TAG);
    shown.add(WAITING_TAG);
    notifier.show(WAITING_TAG, { kind: 'waiting', conversationId: longest.conversationId, customer: longest.customer.name, count: late.length, since: longest.waitingSince });
  }

  const badge = (): number => [...feed.state().rows.values()].filter((row) => isMine(row, me) && row.unread > 0).length;

  const leave = feed.news.on((news) => {
    follow(news);
    watchWaits();
    notifier.badge(badge());
  });
  watchWaits();
  notifier.badge(badge());
  return () => {
    leave();
    cancelWait();
    for (const tag of [...shown]) withdraw(tag);
    notifier.badge(0);
  };
}
