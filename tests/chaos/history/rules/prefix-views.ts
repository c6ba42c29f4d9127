import { isDeepStrictEqual } from 'node:util';
import { viewForStaff } from '../../../../src/backend/audience/staff-view.ts';
import type { ConversationState, ConversationWindow } from '../../../../src/shared/contracts/conversation-state.ts';
import { reduceConversation } from '../../../../src/shared/domain/reducers/reduce-conversation.ts';
import { foldPage, reduceWindow } from '../../../../src/shared/domain/reducers/reduce-window.ts';
import { EMPTY_THREAD, reduceThread, type Thread } from '../../../../src/shared/domain/reducers/reduce-thread.ts';
import type { DeskView, FinalLog, FinalPage, History, Rule, Violation } from '../history.ts';

/**
 * Deep equality that knows what it has compared before. Reducers keep what doesn't change, so two neighbouring screens share
 * nearly all of their items, and a pair of items has to be walked through only once.
 */
function createEquality(): (one: unknown, other: unknown) => boolean {
  const known = new WeakMap<object, object>();
  return (one, other) => {
    if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null) return Object.is(one, other);
    if (known.get(one) === other) return true;
    const isSame = isDeepStrictEqual(one, other);
    if (isSame) known.set(one, other);
    return isSame;
  };
}

type Equality = ReturnType<typeof createEquality>;

type Listed = { readonly items: readonly unknown[] };

function sameList<T extends Listed>(equal: Equality, { items, ...rest }: T, { items: others, ...otherRest }: T): boolean {
  return items.length === others.length && items.every((item, index) => equal(item, others[index])) && isDeepStrictEqual(rest, otherRest);
}

/** The log as one viewer may see it, folded up to every number; and windows that begin later, folded likewise when they are asked for. */
type Prefixes = { readonly states: readonly ConversationState[]; readonly events: FinalLog['events']; readonly windows: Map<number, readonly ConversationWindow[]> };

function foldPrefixes({ initial, events }: FinalLog, viewer: string): Prefixes {
  const seen = events.map(viewForStaff(viewer));
  const states = [initial];
  for (const event of seen) states.push(reduceConversation(states.at(-1) ?? initial, event).state);
  return { states, events: seen, windows: new Map() };
}

/** The window that begins at `from`, as it is at `seq`. */
function windowAt({ events, windows }: Prefixes, from: number, seq: number): ConversationWindow | undefined {
  const known = windows.get(from);
  if (known) return known[seq - from + 1];
  const folded: ConversationWindow[] = [{ from, to: from - 1, items: [] }];
  for (const event of events.slice(from - 1)) folded.push(reduceWindow(folded.at(-1) ?? { from, to: from - 1, items: [] }, event));
  windows.set(from, folded);
  return folded[seq - from + 1];
}

function isPrefix(equal: Equality, prefixes: Prefixes, { state: { head, window } }: DeskView): boolean {
  const expected = prefixes.states[head.seq];
  if (!expected || !equal(head, expected.head)) return false;
  const page = window.from === 1 ? expected.window : windowAt(prefixes, window.from, head.seq);
  return page !== undefined && sameList(equal, window, page);
}

/** An older page is whole up to where it was asked for, and shows what was done to it since then. */
function olderPagesAreTrue({ logs, olderPages }: History): Violation[] {
  return olderPages.flatMap(({ viewer, conversationId, before, asOf, page }): Violation[] => {
    const events = (logs.find((log) => log.conversationId === conversationId)?.events ?? []).slice(0, asOf).map(viewForStaff(viewer));
    const isTrue = page.to === before - 1 && page.from <= page.to && isDeepStrictEqual(page, foldPage({ from: page.from, to: page.to }, events));
    return isTrue ? [] : [{ rule: 'view-is-prefix', what: `${viewer} was given a page of ${conversationId} before ${before} that is not what the log says` }];
  });
}

function deskViewsArePrefixes({ logs, deskViews }: History): Violation[] {
  const groups = Map.groupBy(deskViews, (view) => `${view.viewer} ${view.conversationId}`);
  return [...groups.values()].flatMap((views): Violation[] => {
    const [first] = views;
    const log = logs.find(({ conversationId }) => conversationId === first?.conversationId);
    if (!first || !log) return [{ rule: 'view-is-prefix', what: `${first?.viewer} shows a conversation that is not there` }];
    const prefixes = foldPrefixes(log, first.viewer);
    const equal = createEquality();
    const wrong = views.find((view) => !isPrefix(equal, prefixes, view));
    return wrong ? [{ rule: 'view-is-prefix', what: `${wrong.viewer} showed ${wrong.conversationId} at ${wrong.state.head.seq} otherwise than the log has it` }] : [];
  });
}

function threadPrefixes({ publicEvents }: FinalPage): Thread[] {
  const threads = [EMPTY_THREAD];
  for (const event of publicEvents) threads.push(reduceThread(threads.at(-1) ?? EMPTY_THREAD, event).thread);
  return threads;
}

function pageViewsArePrefixes({ pageViews, finalPages }: History): Violation[] {
  return finalPages.flatMap((page): Violation[] => {
    const prefixes = threadPrefixes(page);
    const own = pageViews.filter(({ conversationId }) => conversationId === page.conversationId);
    const equal = createEquality();
    const wrong = own.find(({ thread }) => !sameList(equal, thread, prefixes[thread.publicSeq] ?? EMPTY_THREAD));
    return wrong ? [{ rule: 'view-is-prefix', what: `the page of ${page.conversationId} at ${wrong.thread.publicSeq} is not what the log says` }] : [];
  });
}

/** Whatever was on a screen, at whatever moment, is the fold of a prefix of the log, as far as its viewer may see it. */
export const viewsArePrefixes: Rule = (history) => [...deskViewsArePrefixes(history), ...olderPagesAreTrue(history), ...pageViewsArePrefixes(history)];
