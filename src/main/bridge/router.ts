import type { Failure } from '../../shared/contracts/errors.ts';
import { err, type Result } from '../../shared/lib/result.ts';
import type { Clock, Undo } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { CheckPhrases, Desk } from '../sessions/index.ts';
import { appCommands, appQueries, appTopics } from './handlers/app.ts';
import { draftCommands, draftQueries } from './handlers/draft.ts';
import type { AnyHandler, AnyTopicHandler, CommandHandlers, QueryHandlers, TopicHandlers } from './handlers/handler.ts';
import { inboxTopics } from './handlers/inbox.ts';
import { outboxCommands, outboxTopics } from './handlers/outbox.ts';
import { outsideCommands, outsideQueries, type OpenLink } from './handlers/outside.ts';
import { sessionCommands, sessionQueries, sessionTopics } from './handlers/session.ts';
import { Outbound } from './outbound.ts';
import type { Caller, Peer } from './peer.ts';
import { checkCaller, readRequest, readSubscribe, type ReadSubscribe } from './read-request.ts';

export type RouterDeps = {
  readonly desk: Desk;
  readonly clock: Clock;
  readonly log: Log;
  /** Origins of our own page. */
  readonly origins: readonly string[];
  readonly openLink: OpenLink;
  readonly checkPhrases: CheckPhrases;
};

/** One handler a name, in the three maps of the contract; the compiler lists what is missing. */
type Handlers = { readonly query: QueryHandlers; readonly command: CommandHandlers; readonly topic: TopicHandlers };

const collectHandlers = ({ desk, openLink, checkPhrases }: RouterDeps): Handlers => ({
  query: { ...appQueries(desk), ...sessionQueries(desk), ...draftQueries(desk, checkPhrases), ...outsideQueries(desk) },
  command: { ...appCommands(desk), ...sessionCommands(desk), ...outboxCommands(desk), ...draftCommands(desk), ...outsideCommands(desk, openLink) },
  topic: { ...appTopics(desk), ...inboxTopics(desk), ...sessionTopics(desk), ...outboxTopics(desk) },
});

/** The one way from windows into the application. Whatever a window sends, it gets a `Result` or nothing; it never throws. */
export class Router {
  readonly #deps: RouterDeps;
  readonly #handlers: Handlers;
  readonly #outbound: Outbound;
  readonly #subscriptions = new Map<string, Map<string, Undo>>();

  constructor(deps: RouterDeps) {
    this.#deps = deps;
    this.#handlers = collectHandlers(deps);
    this.#outbound = new Outbound(deps.clock);
  }

  /** A question or command: its answer, or why there is none. */
  async ask(caller: Caller, request: unknown): Promise<Result<unknown, Failure>> {
    const allowed = checkCaller(caller, this.#deps.origins);
    if (!allowed.ok) return allowed;
    const read = readRequest(request);
    if (!read.ok) return read;
    const { kind, name, input } = read.value;
    const handlers = this.#handlers[kind];
    try {
      // The name picked the schema that made the input, so it fits the handler of that name.
      return await (handlers[name as keyof typeof handlers] as AnyHandler)(input, caller.peer);
    } catch (problem) {
      this.#logBug(name, problem);
      return err({ code: 'INTERNAL' });
    }
  }

  /** A subscription, which begins with the topic's whole state; one that is refused is silent. */
  subscribe(caller: Caller, request: unknown): void {
    const allowed = checkCaller(caller, this.#deps.origins);
    const read = allowed.ok ? readSubscribe(request) : allowed;
    if (!read.ok) return this.#deps.log.warn({ code: read.error.code }, 'a subscription was refused');
    this.#end(caller.peer, read.value.subscriptionId);
    try {
      this.#begin(caller.peer, read.value);
    } catch (problem) {
      this.#logBug(read.value.topic, problem);
    }
  }

  unsubscribe(caller: Caller, subscriptionId: unknown): void {
    if (checkCaller(caller, this.#deps.origins).ok && typeof subscriptionId === 'string') this.#end(caller.peer, subscriptionId);
  }

  /** A window's attention changed. */
  reconsider(): void {
    this.#outbound.reconsider();
  }

  /** The window is gone or shows a new page: all it had ends. */
  drop(peer: Peer): void {
    for (const undo of this.#subscriptions.get(peer.id)?.values() ?? []) undo();
    this.#subscriptions.delete(peer.id);
    this.#outbound.forget(peer);
    this.#deps.desk.workspace?.composers.releaseAll(peer.id);
  }

  #begin(peer: Peer, { subscriptionId, topic, input }: ReadSubscribe): void {
    const ofPeer = this.#subscriptions.get(peer.id) ?? new Map<string, Undo>();
    this.#subscriptions.set(peer.id, ofPeer);
    const handler = this.#handlers.topic[topic as keyof TopicHandlers] as AnyTopicHandler;
    ofPeer.set(subscriptionId, handler({ input, tap: this.#outbound.tap(peer, subscriptionId), peer }));
  }

  #end(peer: Peer, subscriptionId: string): void {
    const ofPeer = this.#subscriptions.get(peer.id);
    ofPeer?.get(subscriptionId)?.();
    ofPeer?.delete(subscriptionId);
    this.#outbound.forget(peer, subscriptionId);
  }

  #logBug(name: string, problem: unknown): void {
    this.#deps.log.error({ name, problem: problem instanceof Error ? problem.stack : String(problem) }, 'a bridge handler failed');
  }
}
