import { isDeepStrictEqual } from 'node:util';
import { viewForStaff } from '../../../../src/backend/audience/staff-view.ts';
import type { ConversationState } from '../../../../src/shared/contracts/conversation-state.ts';
import { reduceConversation } from '../../../../src/shared/domain/reducers/reduce-conversation.ts';
import { foldPage } from '../../../../src/shared/domain/reducers/reduce-window.ts';
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

/** The log as one viewer may see it, folded up to every number. */
type Prefixes = { readonly states: readonly ConversationState[]; readonly events: FinalLog['events'] };

function foldPrefixes({ initial, events }: FinalLog, viewer: string): Prefixes {
  const seen = events.map(viewForStaff(viewer));
  const states = [initial];
  for (const event of seen) states.push(reduceConversation(states.at(-1) ?? initial, event).state);
  return { states, events: seen };
}

function isPrefix(equal: Equality, { states, events }: Prefixes, { state: { head, window } }: DeskView): boolean {
  const expected = states[head.seq];
  if (!expected || !equal(head, expected.head)) return false;
  const page = window.from === 1 ? expected.window : foldPage({ from: window.from, to: head.seq }, events.slice(0, head.seq));
  return sameList(equal, window, page);
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
export const viewsArePrefixes: Rule = (history) => [...deskViewsArePrefixes(history), ...pageViewsArePrefixes(history)];
