import type { ConversationWindow, Item } from '../../contracts/conversation-state.ts';
import type { LogEvent } from '../../contracts/events/envelope.ts';
import { annotate } from './window/annotate.ts';
import { makeItem } from './window/make-item.ts';

/** The window after the next event of its log; the caller has checked that `event.seq` is `window.to + 1`. */
export function reduceWindow(window: ConversationWindow, event: LogEvent): ConversationWindow {
  const item = makeItem(event);
  const annotated = annotate(window.items, event);
  // Most events show nothing: the list stays the same object, so nobody draws it again.
  if (!item && annotated === window.items) return { ...window, to: event.seq };
  return { from: window.from, to: event.seq, items: item ? [...annotated, item] : [...annotated] };
}

/**
 * A page: the items of the events `from..to`, with everything that later events (up to the newest given) did to them.
 * `events` are ascending and hold at least all of `from..to` and all later annotations of them; others are harmless.
 */
export function foldPage(range: { readonly from: number; readonly to: number }, events: Iterable<LogEvent>): ConversationWindow {
  let items: readonly Item[] = [];
  for (const event of events) {
    const item = event.seq >= range.from && event.seq <= range.to ? makeItem(event) : null;
    items = annotate(items, event);
    if (item) items = [...items, item];
  }
  return { ...range, items: [...items] };
}

/** An older page in front of a window; they must touch. */
export function joinWindows(page: ConversationWindow, window: ConversationWindow): ConversationWindow {
  if (page.to + 1 !== window.from) throw new Error(`windows do not touch: ${page.to} and ${window.from}`);
  return { from: page.from, to: window.to, items: [...page.items, ...window.items] };
}

/** The newest `size` items; what is cut off can be asked for again as a page. */
export function trimWindow(window: ConversationWindow, size: number): ConversationWindow {
  const first = window.items[window.items.length - size];
  return first === undefined || window.items.length <= size ? window : { ...window, from: first.seq, items: window.items.slice(-size) };
}
