import type { Role } from '../../../shared/contracts/people.ts';
import type { Clock, Undo } from '../../ports/clock.ts';
import type { Notice, Notifier } from '../../ports/notifier.ts';
import type { Feed, FeedNews } from '../live/feed.ts';
import type { SessionManager } from '../live/session-manager.ts';
import { TOO_LONG_MS, decideNotice, isMine, waitingOfMine, type WaitingRow } from './decide-notices.ts';

const WAITING_TAG = 'waiting';
const tagOf = (conversationId: string): string => `conversation:${conversationId}`;

type Deps = { readonly me: string; readonly role: Role; readonly feed: Feed; readonly sessions: SessionManager; readonly notifier: Notifier; readonly clock: Clock };

/** Raises notices from the list: one a conversation, and one for all that wait too long, replaced in place. */
export class Notices {
  readonly #deps: Deps;
  readonly #shown = new Set<string>();
  readonly #leave: Undo;
  #cancelWait: Undo = () => undefined;
  #shownWait = '';

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#leave = deps.feed.news.on((news) => {
      this.#follow(news);
      this.#watch();
    });
    this.#watch();
  }

  /** Takes all of them back. */
  stop(): void {
    this.#leave();
    this.#cancelWait();
    for (const tag of this.#shown) this.#withdraw(tag);
    this.#deps.notifier.badge(0);
  }

  #show(tag: string, notice: Notice): void {
    this.#shown.add(tag);
    this.#deps.notifier.show(tag, notice);
  }

  #withdraw(tag: string): void {
    if (this.#shown.delete(tag)) this.#deps.notifier.withdraw(tag);
  }

  #follow({ changes, whole }: FeedNews): void {
    // A list begun anew is no news: the agent sees it whole.
    if (whole) return;
    for (const change of changes) {
      const { conversationId } = change.after;
      const { me, role } = this.#deps;
      const step = decideNotice(change, { me, role, isLookedAt: this.#deps.sessions.isLookedAt(conversationId) });
      if (step.kind === 'withdraw') this.#withdraw(tagOf(conversationId));
      if (step.kind === 'show') this.#show(tagOf(conversationId), step.notice);
    }
  }

  #watch(): void {
    const { clock, feed, me, notifier } = this.#deps;
    const rows = [...feed.state.rows.values()];
    const waiting = waitingOfMine(rows, me);
    const late = waiting.filter((row) => clock.now() - row.waitingSince >= TOO_LONG_MS);
    const next = waiting[late.length];
    this.#cancelWait();
    // No later, or a wait that a clock put back takes for one to come is not looked at again until then.
    if (next) this.#cancelWait = clock.after(Math.min(TOO_LONG_MS, next.waitingSince + TOO_LONG_MS - clock.now()), () => this.#watch());
    this.#showLate(late);
    notifier.badge(rows.filter((row) => isMine(row, me) && row.unread > 0).length);
  }

  #showLate(late: readonly WaitingRow[]): void {
    const [longest] = late;
    const wait = longest ? `${longest.conversationId} ${late.length}` : '';
    if (wait === this.#shownWait) return;
    this.#shownWait = wait;
    if (!longest) return this.#withdraw(WAITING_TAG);
    const { conversationId, customer, waitingSince } = longest;
    this.#show(WAITING_TAG, { kind: 'waiting', conversationId, customer: customer.name, count: late.length, since: waitingSince });
  }
}
