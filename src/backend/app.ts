import Fastify, { type FastifyInstance } from 'fastify';
import { LIMITS } from '../shared/lib/limits.ts';
import { buildRouter } from './api/build-router.ts';
import { assemble, type Assembly } from './assemble.ts';
import type { Stop } from './clock.ts';
import { createDispatch } from './commands/dispatch.ts';
import { createServices, type Happenings, type Keeping } from './create-services.ts';
import { createDueRunner } from './due/due-runner.ts';
import { registerApi } from './http/api-routes.ts';
import { registerBlobs } from './http/blob-routes.ts';
import { registerChat } from './http/chat-routes.ts';
import { watchConnections } from './http/connections.ts';
import { registerDocuments } from './http/document-routes.ts';
import { registerFailures } from './http/failure-routes.ts';
import { createFindPublicPlace } from './modules/messages/message-repository.ts';
import type { Commit } from './log/stored-conversation.ts';
import { AWAY_LOOK_MS, createAwayWatch } from './modules/people/away-watch.ts';
import { createNameDirectory } from './modules/people/name-directory.ts';
import { SILENT_BUS, type NodeBus } from './nodes/node-bus.ts';
import { createReactionRunner } from './reactions/reaction-runner.ts';
import { createSetAsideHandler } from './reactions/set-aside.ts';
import { createGateway, type Gateway } from './realtime/gateway.ts';
import { createLogFollower } from './realtime/log-follower.ts';
import type { Services, World } from './services.ts';

export type AppOptions = Keeping & {
  readonly world: World;
  /** Origins of pages that may connect beside those this server serves. */
  readonly origins: readonly string[];
  /** The built chat page; null where there is none. */
  readonly chatFolder: string | null;
  /** Names this process in leases. Constant where one process writes: then what it left is its own again. */
  readonly nodeId: string;
  /** The way to other nodes; none unless told. */
  readonly bus?: NodeBus;
  /** False for a node that leaves the reactions to others; they run unless told otherwise. */
  readonly hasReactions?: boolean;
};

/** A whole backend that doesn't listen yet: tests and production share it. */
export type App = {
  readonly server: FastifyInstance;
  readonly services: Services;
  readonly assembly: Assembly;
  /** Begins what runs by itself: reactions and due jobs. */
  readonly start: () => Promise<void>;
  /** Ends connections and what runs, beside each other and in bounded time, then the database. */
  readonly stop: () => Promise<void>;
};

/**
 * How long a request may take to arrive: the longest file over a line of 1.4 Mbit/s, and no longer, since each waits with what has
 * come of it in memory. It ends with the last byte of the request: answers, and live lines once they are opened, aren't under it.
 */
const ARRIVAL_MS = 120_000;

type Running = {
  readonly services: Services;
  readonly happenings: Happenings;
  readonly assembly: Assembly;
  readonly gateway: Gateway;
  readonly options: AppOptions;
};

function createLiveLine(server: FastifyInstance, options: AppOptions, parts: Omit<Running, 'gateway' | 'options'>) {
  const { services, happenings, assembly } = parts;
  const names = createNameDirectory(services.accounts);
  const findPlace = createFindPublicPlace(services.database.work);
  const dispatch = createDispatch({ append: services.append, policy: assembly.policy, handlers: assembly.commands, customerHandlers: assembly.customerCommands, findPlace });
  const gateway = createGateway({
    ...services, bus: busOf(options), nodeId: options.nodeId, httpServer: server.server, origins: options.origins, dispatch, names, findPlace, policy: assembly.policy, onPresenceChanged: assembly.dispatch,
  });
  happenings.revoked.on(gateway.endSession);
  return { gateway, names };
}

const busOf = ({ bus = SILENT_BUS }: AppOptions): NodeBus => bus;

/** On SQLite this process writes alone and publishes what it committed; on PostgreSQL every node follows the log. */
function createRunners({ services, happenings, assembly, gateway, options }: Running) {
  const { nodeId, hasReactions = true } = options;
  const runner = { ...services, work: services.database.work, nodeId };
  const due = createDueRunner(runner, [...assembly.due, createSetAsideHandler(services, assembly.reactions)]);
  const reactions = createReactionRunner({ ...runner, onPromised: due.expect }, hasReactions ? assembly.reactions : []);
  const announce = (commits: readonly Commit[]): void => {
    gateway.publish(commits);
    reactions.wake(new Set(commits.flatMap(({ events }) => events.map(({ type }) => type))));
  };
  const follower = services.database.kind === 'postgres' ? createLogFollower({ ...services, publish: announce }) : null;
  const bus = busOf(options);
  happenings.committed.on((commits) => {
    if (!follower) return announce(commits);
    follower.wake();
    bus.tell({ kind: 'committed' });
  });
  bus.onHeard((word) => {
    if (word.kind === 'committed') follower?.wake();
  });
  happenings.promised.on(due.expect);
  const watchAway = createAwayWatch({ ...services, work: services.database.work });
  const look = (): void => void watchAway().catch((error: unknown) => services.logger.error({ err: error }, 'absent agents could not be looked for'));
  let stopLooking: Stop = () => undefined;
  return {
    start: async () => {
      await follower?.start();
      reactions.start();
      due.start();
      stopLooking = services.timers.every(AWAY_LOOK_MS, look);
    },
    stop: async () => {
      stopLooking();
      await Promise.all([reactions.stop(), due.stop(), follower?.stop()]);
    },
  };
}

async function registerRoutes(server: FastifyInstance, options: AppOptions, { services, assembly }: Pick<Running, 'services' | 'assembly'>): Promise<void> {
  registerFailures(server, services.logger);
  await registerApi(server, { ...services, router: buildRouter(assembly.api, assembly.policy) });
  await registerBlobs(server, services);
  registerDocuments(server, services.facts);
  server.get('/health', async () => ({ status: 'ok', position: await services.reader.headPosition() }));
  if (options.chatFolder !== null) await registerChat(server, options.chatFolder);
}

/** Puts the backend together over an open database. */
export async function buildApp(options: AppOptions): Promise<App> {
  const { services, happenings } = createServices(options.world, options);
  const assembly = assemble(services);
  const server = Fastify({ bodyLimit: LIMITS.frameBytes, trustProxy: false, requestTimeout: ARRIVAL_MS });
  const connections = watchConnections(server.server, services.timers);
  await registerRoutes(server, options, { services, assembly });
  const { gateway, names } = createLiveLine(server, options, { services, happenings, assembly });
  const runners = createRunners({ services, happenings, assembly, gateway, options });
  return {
    server,
    services,
    assembly,
    start: async () => {
      await names.load();
      await runners.start();
    },
    stop: async () => {
      // Beside each other: nobody else's connection may keep what this process holds, its leases and the lock on its folder.
      await Promise.all([runners.stop(), connections.end(() => Promise.all([gateway.stop(), server.close()]))]);
      await busOf(options).close();
      await services.database.close();
    },
  };
}
