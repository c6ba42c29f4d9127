import { canonicalJson } from '../../../../src/backend/commands/canonical-json.ts';
import type { InboxRow } from '../../../../src/shared/contracts/inbox.ts';
import { reduceHead } from '../../../../src/shared/domain/reducers/reduce-head.ts';
import type { History, Rule, Violation } from '../history.ts';

/** The backend's own head against the fold of its log. */
function serverIsItsLog({ logs, finalDesks }: History): Violation[] {
  return logs.flatMap(({ conversationId, initial, events }): Violation[] => {
    const server = finalDesks.find((final) => final.conversationId === conversationId)?.server;
    const isSame = !server || canonicalJson(server.head) === canonicalJson(events.reduce(reduceHead, initial.head));
    return isSame ? [] : [{ rule: 'replicas-converge', what: `the backend's head of ${conversationId} is not the fold of its log` }];
  });
}

const byId = (rows: readonly InboxRow[]): InboxRow[] => rows.filter(({ status }) => status === 'open').toSorted((one, other) => (one.conversationId < other.conversationId ? -1 : 1));

/** When everything is quiet, every screen holds the same, byte for byte. */
export const replicasConverge: Rule = (history) => {
  const desks = history.finalDesks.flatMap(({ viewer, conversationId, local, server }): Violation[] => {
    // Who comes to the desk when an episode is closed finds it in no list, and opens nothing.
    if (!local && server.head.episode.status === 'resolved') return [];
    const isSame = local && canonicalJson(local.head) === canonicalJson(server.head) && (local.window.from !== server.window.from || canonicalJson(local.window) === canonicalJson(server.window));
    return isSame ? [] : [{ rule: 'replicas-converge', what: `${viewer} holds ${conversationId} at ${local?.head.seq ?? 'nothing'}, the backend at ${server.head.seq}` }];
  });
  const pages = history.finalPages.flatMap(({ conversationId, thread, publicEvents }): Violation[] =>
    thread.publicSeq === publicEvents.length ? [] : [{ rule: 'replicas-converge', what: `the page of ${conversationId} is at ${thread.publicSeq} of ${publicEvents.length}` }],
  );
  const lists = history.finalLists.flatMap(({ viewer, local, server }): Violation[] =>
    canonicalJson(byId(local)) === canonicalJson(byId(server)) ? [] : [{ rule: 'replicas-converge', what: `the list of ${viewer} is not the backend's` }],
  );
  return [...desks, ...pages, ...lists, ...serverIsItsLog(history)];
};
