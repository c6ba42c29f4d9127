import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import type { Id } from '../../shared/contracts/basics.ts';
import type { Failure } from '../../shared/contracts/errors.ts';
import { CUSTOMER_NAMESPACE } from '../../shared/contracts/wire/customer-socket.ts';
import { SOCKET_PATH } from '../../shared/contracts/wire/staff-socket.ts';
import { LIMITS } from '../../shared/lib/limits.ts';
import { HEARTBEAT_MS } from '../../shared/lib/protocol.ts';
import type { Result } from '../../shared/lib/result.ts';
import type { Clock, Timers } from '../clock.ts';
import type { Dispatch } from '../commands/dispatch.ts';
import { createInTurn } from '../commands/in-turn.ts';
import type { Append } from '../log/append-request.ts';
import type { LogReader } from '../log/log-reader.ts';
import type { Commit } from '../log/stored-conversation.ts';
import type { Logger } from '../logger.ts';
import type { Accounts } from '../modules/accounts/account-repository.ts';
import type { Sessions } from '../modules/accounts/session-repository.ts';
import type { SignIn } from '../modules/accounts/sign-in.ts';
import type { TokenSigner } from '../modules/accounts/signed-token.ts';
import type { AuditTrail } from '../modules/audit/audit-trail.ts';
import type { FindPublicPlace } from '../modules/messages/message-repository.ts';
import type { NameDirectory } from '../modules/people/name-directory.ts';
import type { PresenceBook } from '../modules/people/presence.ts';
import type { NodeBus } from '../nodes/node-bus.ts';
import type { Policy } from '../policy/policy.ts';
import { thrownFailureOf } from '../thrown-failure.ts';
import { createAsides, type Asides } from './asides.ts';
import { createArrivals } from './arrivals.ts';
import { beatCustomers, connectCustomer, type CustomerLineDependencies } from './customer-line.ts';
import { createDeliveryMarks } from './delivery-marks.ts';
import { createFeedBroadcast } from './feed-broadcast.ts';
import { gatherWrites } from './gather-writes.ts';
import { isOriginAllowed, welcomeCustomer, welcomeStaff } from './handshake.ts';
import { createStaffBeat } from './heartbeat.ts';
import { createOpenHeads } from './open-heads.ts';
import { createPublisher } from './publisher.ts';
import { conversationRoom } from './rooms.ts';
import type { CustomerNamespace, StaffServer } from './socket-server.ts';
import { createStaffLine } from './staff-line.ts';
import { createTokenBuckets } from './token-bucket.ts';
import { watchUnread } from './watch-unread.ts';

export type GatewayDependencies = {
  readonly httpServer: HttpServer;
  readonly origins: readonly string[];
  readonly dispatch: Dispatch;
  readonly append: Append;
  readonly reader: LogReader;
  readonly signIn: SignIn;
  readonly signer: TokenSigner;
  readonly sessions: Sessions;
  readonly accounts: Accounts;
  readonly names: NameDirectory;
  readonly presence: PresenceBook;
  readonly audit: AuditTrail;
  readonly policy: Policy;
  readonly findPlace: FindPublicPlace;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly logger: Logger;
  readonly bus: NodeBus;
  readonly nodeId: string;
  /** Somebody may take conversations now, or no longer. */
  readonly onPresenceChanged: () => Promise<void>;
};

/** The live line: desks and chat pages, fed from the log. */
export type Gateway = {
  readonly publish: (commits: readonly Commit[]) => void;
  /** Closes what lives by a session, on every node. */
  readonly endSession: (sessionId: Id) => void;
  readonly stop: () => Promise<void>;
};

/** What a desk may send: typing people are far below it, a broken program isn't. */
const STAFF_RATE = { burst: 100, perSecond: 30 };
const CUSTOMER_RATE = { burst: 20, perSecond: 2 };
/** How often one account or visitor may come back: a line that breaks again and again stays below it. */
const KNOCK_RATE = { burst: 30, perSecond: 2 };

/** A refused handshake reaches the other side as `connect_error` with the failure in `data`. */
const refusal = (failure: Failure): Error => Object.assign(new Error(failure.code), { data: failure });

/** Untyped: its two namespaces speak different words, and are typed where they are taken. */
function createServer({ httpServer, origins }: GatewayDependencies): Server {
  const server = new Server({
    path: SOCKET_PATH,
    transports: ['websocket'],
    serveClient: false,
    perMessageDeflate: false,
    maxHttpBufferSize: LIMITS.frameBytes,
    allowRequest: (request, answer) => {
      const allowed = isOriginAllowed(request, origins);
      answer(allowed ? null : 'ORIGIN_REFUSED', allowed);
    },
  });
  server.attach(httpServer);
  gatherWrites(server);
  return server;
}

type Guarded<D> = { readonly handshake: { readonly auth: unknown }; data: D };

/** The door of a namespace: whoever is welcome is let in as who they are. */
function guard<D>(welcome: (auth: unknown) => Promise<Result<D, Failure>>, logger: Logger) {
  const admit = async (socket: Guarded<D>): Promise<Error | undefined> => {
    try {
      const answer = await welcome(socket.handshake.auth);
      if (!answer.ok) return refusal(answer.error);
      socket.data = answer.value;
      return undefined;
    } catch (error) {
      logger.error({ err: error }, 'a handshake threw');
      return refusal(thrownFailureOf(error) ?? { code: 'INTERNAL' });
    }
  };
  return (socket: Guarded<D>, next: (error?: Error) => void): void => {
    // oxlint-disable-next-line promise/no-callback-in-promise -- socket.io's middleware takes a callback, and admit never rejects
    void admit(socket).then(next);
  };
}

async function tellPresence(deps: GatewayDependencies, asides: Asides, accountIds: readonly Id[]): Promise<void> {
  for (const presence of await deps.presence.list(accountIds)) {
    const account = await deps.accounts.find(presence.agentId);
    if (account) asides.presence(account.shopIds, presence);
  }
  await deps.onPresenceChanged();
}

/** The parts of a running gateway that its lines and its pulse share. */
function createParts(deps: GatewayDependencies) {
  const server = createServer(deps);
  const isBehind = watchUnread(server);
  const io: StaffServer = server;
  const customers: CustomerNamespace = server.of(CUSTOMER_NAMESPACE);
  const heads = createOpenHeads();
  const feed = createFeedBroadcast((rooms, rows) => io.to([...rooms]).emit('feed', rows), deps.timers);
  const marks = createDeliveryMarks(deps);
  const { nameOf } = deps.names;
  const staffBuckets = createTokenBuckets(deps.clock, STAFF_RATE);
  const asides = createAsides({ io, customers, bus: deps.bus });
  const onPresence = (accountId: Id): Promise<void> => tellPresence(deps, asides, [accountId]);
  const arrivals = createArrivals({ ...deps, onAppeared: (accountIds) => tellPresence(deps, asides, accountIds) });
  const line = createStaffLine({ ...deps, isBehind, asides, heads, oneByOne: createInTurn(), buckets: staffBuckets, onPresence, onConnected: arrivals.arrived });
  const knockBuckets = createTokenBuckets(deps.clock, KNOCK_RATE);
  const door = { ...deps, mayKnock: (who: Id) => knockBuckets.take(who) };
  const customerBuckets = createTokenBuckets(deps.clock, CUSTOMER_RATE);
  const customerLine: CustomerLineDependencies = { ...deps, asides, customers, heads, nameOf, buckets: customerBuckets, onHeld: marks.held };
  const beatStaff = createStaffBeat({ ...deps, line, feed, heads, onLapsed: onPresence });
  const publisher = createPublisher({ io, customers, feed, heads, nameOf });
  return { io, customers, heads, feed, marks, line, customerLine, beatStaff, publisher, door, buckets: [staffBuckets, customerBuckets, knockBuckets] };
}

type Parts = ReturnType<typeof createParts>;

function beat(deps: GatewayDependencies, parts: Parts): void {
  const { io, customers, heads } = parts;
  parts.beatStaff().catch((error: unknown) => deps.logger.error({ err: error }, 'a heartbeat failed'));
  beatCustomers(parts.customerLine);
  for (const swept of [...parts.buckets, parts.line]) swept.sweep();
  heads.sweep((conversationId) => [io.of('/'), customers].some((namespace) => namespace.adapter.rooms.has(conversationRoom(conversationId))));
}

/** Opens both namespaces on an HTTP server. */
export function createGateway(deps: GatewayDependencies): Gateway {
  const parts = createParts(deps);
  const { io, customers, line } = parts;
  io.use(guard((auth) => welcomeStaff(auth, parts.door), deps.logger));
  customers.use(guard(async (auth) => welcomeCustomer(auth, parts.door), deps.logger));
  io.on('connection', line.connect);
  customers.on('connection', (socket) => connectCustomer(parts.customerLine, socket));
  const endSession = (sessionId: Id): void => line.endSession(sessionId, { code: 'SESSION_REVOKED' });
  deps.bus.onHeard((word) => {
    if (word.kind === 'revoked') endSession(word.sessionId);
  });
  const stopBeat = deps.timers.every(HEARTBEAT_MS, () => beat(deps, parts));
  return {
    publish: parts.publisher.publish,
    endSession: (sessionId) => {
      endSession(sessionId);
      deps.bus.tell({ kind: 'revoked', sessionId });
    },
    stop: async () => {
      stopBeat();
      parts.feed.stop();
      parts.marks.stop();
      await io.close();
    },
  };
}
