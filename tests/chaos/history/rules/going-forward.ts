import type { History, Rule, Violation } from '../history.ts';

type Moment = { readonly of: string; readonly at: number };

/** Where a number was lower than one before it, by what it is of. */
function falls(moments: readonly Moment[], what: string): Violation[] {
  const highest = new Map<string, number>();
  const fallen = new Map<string, string>();
  for (const { of, at } of moments) {
    const before = highest.get(of) ?? 0;
    if (at < before && !fallen.has(of)) fallen.set(of, `${what} of ${of} went back from ${before} to ${at}`);
    highest.set(of, Math.max(before, at));
  }
  return [...fallen.values()].map((told) => ({ rule: 'view-went-back', what: told }));
}

const screens = ({ deskViews }: History): Moment[] => deskViews.map(({ viewer, conversationId, state }) => ({ of: `${viewer} ${conversationId}`, at: state.head.seq }));
const pages = ({ pageViews }: History): Moment[] => pageViews.map(({ conversationId, life, thread }) => ({ of: `${conversationId} ${life}`, at: thread.publicSeq }));
const rows = ({ rowViews }: History): Moment[] => rowViews.map(({ viewer, life, row }) => ({ of: `${viewer} ${life} ${row.conversationId}`, at: row.seq }));

/**
 * What was shown once is not followed by something older: on a desk not even over its deaths, since what it shows is on its disk; on a page, and in a
 * list, for as long as it lives.
 */
export const screensGoForward: Rule = (history) => [...falls(screens(history), 'the screen'), ...falls(pages(history), 'the page'), ...falls(rows(history), 'the row')];
