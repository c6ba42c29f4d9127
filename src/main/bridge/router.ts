import type { Failure } from '../../shared/contracts/errors.ts';
import { err, type Result } from '../../shared/lib/result.ts';
import type { Clock, Undo } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Desk } from '../sessions/index.ts';
import { appCommands, appQueries, appTopics } from './handlers/app.ts';
import { draftCommands, draftQueries } from './handlers/draft.ts';
import type { AnyHandler, AnyTopicHandler, CommandHandlers, QueryHandlers, TopicHandlers } from './handlers/handler.ts';
import { inboxTopics } from './handlers/inbox.ts';
import { outboxCommands, outboxTopics } from './handlers/outbox.ts';
import { outsideCommands, outsideQueries, type OpenLink } from './handlers/outside.ts';
import { sessionCommands, sessionQueries, sessionTopics } from './handlers/session.ts';
import { createOutbound } from './outbound.ts';
import type { Caller, Peer } from './peer.ts';
import { checkCaller, readRequest, readSubscribe } from './read-request.ts';

export type RouterDeps = {
  readonly desk: Desk;
  readonly clock: Clock;
  readonly log: Log;
  /** Origins of our own page. */
  readonly origins: readonly string[];
  readonly openLink: OpenLink;
};

/** The one way from windows into the application. Whatever a window sends, it gets a `Result` or nothing; it never throws. */
export type Router = {
  readonly ask: (caller: Caller, request: unknown) => Promise<Result<unknown, Failure>>;
  readonly subscribe: (caller: Caller, request: unknown) => void;
  readonly unsubscribe: (caller: Caller, subscriptionId: unknown) => void;
  /** The window's attention changed. */
  readonly reconsider: () => void;
  /** The window is gone or shows a new page: all it had ends. */
  readonly drop: (peer: Peer) => void;
};

export function createRouter({ desk, clock, log, origins, openLink }: RouterDeps): Router {
  const queries: QueryHandlers = { ...appQueries(desk), ...sessionQueries(desk), ...draftQueries(desk), ...outsideQueries(desk) };
  const commands: CommandHandlers = { ...appCommands(desk), ...sessionCommands(desk), ...outboxCommands(desk), ...draftCommands(desk), ...outsideCommands(desk, openLink) };
  const topics: TopicHandlers = { ...appTopics(desk), ...inboxTopics(desk), ...sessionTopics(desk), ...outboxTopics(desk) };
  const outbound = createOutbound(clock);
  const subscriptions = new Map<string, Map<string, Undo>>();

  const logBug = (name: string, problem: unknown) => log.error({ name, problem: problem instanceof Error ? problem.stack : String(problem) }, 'a bridge handler failed');

  async function ask(caller: Caller, request: unknown): Promise<Result<unknown, Failure>> {
    const allowed = checkCaller(caller, origins);
    if (!allowed.ok) return allowed;
    const read = readRequest(request);
    if (!read.ok) return read;
    const { kind, name, input } = read.value;
    const handlers = kind === 'query' ? queries : commands;
    try {
      // The name picked the schema that made the input, so it fits the handler of that name.
      return await (handlers[name as keyof typeof handlers] as AnyHandler)(input, caller.peer);
    } catch (problem) {
      logBug(name, problem);
      return err({ code: 'INTERNAL' });
    }
  }

  function end(peer: Peer, subscriptionId: string): void {
    const ofPeer = subscriptions.get(peer.id);
    ofPeer?.get(subscriptionId)?.();
    ofPeer?.delete(subscriptionId);
    outbound.forget(peer, subscriptionId);
  }

  function subscribe(caller: Caller, request: unknown): void {
    const { peer } = caller;
    const allowed = checkCaller(caller, origins);
    const read = allowed.ok ? readSubscribe(request) : allowed;
    if (!read.ok) return log.warn({ code: read.error.code }, 'a subscription was refused');
    const { subscriptionId, topic, input } = read.value;
    end(peer, subscriptionId);
    const ofPeer = subscriptions.get(peer.id) ?? new Map<string, Undo>();
    subscriptions.set(peer.id, ofPeer);
    try {
      ofPeer.set(subscriptionId, (topics[topic as keyof typeof topics] as AnyTopicHandler)({ input, tap: outbound.tap(peer, subscriptionId), peer }));
    } catch (problem) {
      logBug(topic, problem);
    }
  }

  return {
    ask,
    subscribe,
    unsubscribe: (caller, subscriptionId) => {
      if (checkCaller(caller, origins).ok && typeof subscriptionId === 'string') end(caller.peer, subscriptionId);
    },
    reconsider: outbound.reconsider,
    drop: (peer) => {
      for (const undo of subscriptions.get(peer.id)?.values() ?? []) undo();
      subscriptions.delete(peer.id);
      outbound.forget(peer);
      desk.workspace()?.composers.releaseAll(peer.id);
    },
  };
}
