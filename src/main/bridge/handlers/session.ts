import type { BridgeQueries, BridgeTopics } from '../../../shared/contracts/bridge/contract.ts';
import { ok } from '../../../shared/lib/result.ts';
import type { Desk, Workspace } from '../../sessions/index.ts';
import { all, followWorkspace, inWorkspace, type CommandHandlers, type QueryHandlers, type TopicHandlers, type TopicTap } from './handler.ts';
import type { Peer } from '../peer.ts';

type Page = BridgeQueries['session.page']['output'];
type SessionMessage = BridgeTopics['session']['message'];

type Shown = { readonly conversationId: string; readonly tap: TopicTap<SessionMessage>; readonly peer: Peer };

/** One conversation as a window shows it: its log, what is on its way, and whether the window may write. */
function showSession({ sessions, outbox, composers }: Workspace, { conversationId, tap, peer }: Shown) {
  const { session, release } = sessions.hold(conversationId, { isLooking: () => peer.attention() === 'focused' });
  const showPending = () => tap.sendLatest('pending', () => ({ kind: 'pending', entries: outbox.entriesOf(conversationId) }));
  const showComposer = () => tap.sendLatest('composer', () => ({ kind: 'composer', mine: composers.isHeldBy(conversationId, peer.id) }));
  const { state, failure } = session;
  if (state) tap.send({ kind: 'snapshot', state });
  if (failure) tap.send({ kind: 'failed', code: failure.code });
  showPending();
  showComposer();
  return all(
    session.news.on((news) => {
      switch (news.kind) {
        case 'snapshot': return tap.send(news);
        case 'events': return tap.send({ kind: 'events', events: [...news.events] as Extract<SessionMessage, { kind: 'events' }>['events'] });
        case 'failed': return tap.send({ kind: 'failed', code: news.failure.code });
      }
    }),
    outbox.changed.on((changed) => changed === conversationId && showPending()),
    composers.changed.on((changed) => changed === conversationId && showComposer()),
    release,
  );
}

export const sessionTopics = (desk: Desk) =>
  ({
    session: ({ input, tap, peer }) => followWorkspace(desk, (workspace) => showSession(workspace, { conversationId: input.conversationId, tap, peer })),
  }) satisfies Partial<TopicHandlers>;

export const sessionQueries = (desk: Desk) =>
  ({
    // The answer was checked by the contract of the page.
    'session.page': inWorkspace(desk)(async (workspace, input) => {
      const page = await workspace.api.ask(['conversations', 'page'], input);
      return page.ok ? ok(page.value as Page) : page;
    }),
  }) satisfies Partial<QueryHandlers>;

export const sessionCommands = (desk: Desk) =>
  ({
    'composer.claim': inWorkspace(desk)(({ composers }, { conversationId, force }, peer) => composers.claim({ conversationId, windowId: peer.id, force })),
    'composer.release': inWorkspace(desk)(({ composers }, { conversationId }, peer) => {
      composers.release(conversationId, peer.id);
      return ok(null);
    }),
    'typing.set': inWorkspace(desk)((workspace, typing) => {
      workspace.setTyping(typing);
      return ok(null);
    }),
  }) satisfies Partial<CommandHandlers>;
