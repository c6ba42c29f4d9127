import { isDeepStrictEqual } from 'node:util';
import { viewForStaff } from '../../../../src/backend/audience/staff-view.ts';
import type { ConversationState } from '../../../../src/shared/contracts/conversation-state.ts';
import { reduceConversation } from '../../../../src/shared/domain/reducers/reduce-conversation.ts';
import { foldPage } from '../../../../src/shared/domain/reducers/reduce-window.ts';
import { EMPTY_THREAD, reduceThread, type Thread } from '../../../../src/shared/domain/reducers/reduce-thread.ts';
import type { DeskView, FinalLog, FinalPage, History, Rule, Violation } from '../history.ts';

/** The log as one viewer may see it, folded up to every number. */
type Prefixes = { readonly states: readonly ConversationState[]; readonly events: FinalLog['events'] };

function foldPrefixes({ initial, events }: FinalLog, viewer: string): Prefixes {
  const seen = events.map(viewForStaff(viewer));
  const states = [initial];
  for (const event of seen) states.push(reduceConversation(states.at(-1) ?? initial, event).state);
  return { states, events: seen };
}

function isPrefix({ states, events }: Prefixes, { state: { head, window } }: DeskView): boolean {
  const expected = states[head.seq];
  if (!expected || !isDeepStrictEqual(head, expected.head)) return false;
  if (window.from === 1) return isDeepStrictEqual(window, expected.window);
  return isDeepStrictEqual(window, foldPage({ from: window.from, to: head.seq }, events.slice(0, head.seq)));
}

function deskViewsArePrefixes({ logs, deskViews }: History): Violation[] {
  const groups = Map.groupBy(deskViews, (view) => `${view.viewer} ${view.conversationId}`);
  return [...groups.values()].flatMap((views): Violation[] => {
    const [first] = views;
    const log = logs.find(({ conversationId }) => conversationId === first?.conversationId);
    if (!first || !log) return [{ rule: 'view-is-prefix', what: `${first?.viewer} shows a conversation that is not there` }];
    const prefixes = foldPrefixes(log, first.viewer);
    const wrong = views.find((view) => !isPrefix(prefixes, view));
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
    const wrong = own.find(({ thread }) => !isDeepStrictEqual(thread, prefixes[thread.publicSeq]));
    return wrong ? [{ rule: 'view-is-prefix', what: `the page of ${page.conversationId} at ${wrong.thread.publicSeq} is not what the log says` }] : [];
  });
}

/** Whatever was on a screen, at whatever moment, is the fold of a prefix of the log, as far as its viewer may see it. */
export const viewsArePrefixes: Rule = (history) => [...deskViewsArePrefixes(history), ...pageViewsArePrefixes(history)];
