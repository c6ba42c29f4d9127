import type { Id } from '../../shared/contracts/basics.ts';
import type { Failure } from '../../shared/contracts/errors.ts';
import { err } from '../../shared/lib/result.ts';
import type { Clock, Timers } from '../clock.ts';
import type { Logger } from '../logger.ts';
import type { NodeBus } from '../nodes/node-bus.ts';
import type { Standing } from '../nodes/node-word.ts';
import { answerRequests } from './answer-requests.ts';
import { createFairTurns, type FairTurns } from './fair-turns.ts';
import { outranks } from './fence.ts';
import { createLateHandshakes } from './late-handshakes.ts';
import type { TakeTurn } from './read-list.ts';
import { agentRoom, shopRoom } from './rooms.ts';
import type { StaffSocket } from './socket-server.ts';
import { STAFF_REQUESTS, type StaffServices } from './staff-requests.ts';
import type { createTokenBuckets } from './token-bucket.ts';
import type { IsBehind } from './watch-unread.ts';

export type StaffLineDependencies = StaffServices & {
  readonly bus: NodeBus;
  readonly clock: Clock;
  /** Names this node to the others. */
  readonly nodeId: string;
  readonly buckets: ReturnType<typeof createTokenBuckets>;
  readonly timers: Pick<Timers, 'soon'>;
  readonly isBehind: IsBehind;
  readonly logger: Logger;
  readonly onConnected: (accountId: Id) => void;
};

/** The desks connected here, one for each agent. */
export type StaffLine = {
  readonly connect: (socket: StaffSocket) => void;
  /** Says why and closes. */
  readonly endSession: (sessionId: Id, failure: Failure) => void;
  readonly all: () => readonly StaffSocket[];
  /** Tells other nodes who is connected here: what they were told before may have been lost. */
  readonly announce: () => void;
  /** With every beat: lets go of what only a handshake from long ago would need. */
  readonly sweep: () => void;
};

/** Says why, then closes; what was said goes out first. */
export function end(socket: StaffSocket, failure: Failure): void {
  socket.emit('ended', failure);
  socket.disconnect(true);
}

/** An older connection of the same device, which only arrived later: it is the one to go. */
const isOvertaken = (newer: StaffSocket, standing: StaffSocket): boolean => newer.data.deviceId === standing.data.deviceId && newer.data.epoch <= standing.data.epoch;

function leave({ asides }: StaffLineDependencies, socket: StaffSocket): void {
  const who = { kind: 'agent', id: socket.data.principal.accountId } as const;
  for (const conversationId of socket.data.open) asides.activity({ conversationId, who, what: 'idle' }, socket);
}

/** The whole list is read and sent again: nobody needs it often. */
const COST = { feed: 10, other: 1 };

/** What may wait for one line to read: as much as it may ask at once. */
const MOST_WAITING = 100;

type Turns = FairTurns<StaffSocket>;

/** Nothing is made for who has not read what was made before. Who is gone waits for nothing: what they asked is let go. */
const createTurns = ({ timers, isBehind }: StaffLineDependencies): Turns => createFairTurns({ timers, mayBegin: (socket) => !socket.connected || !isBehind(socket.conn) });

function answerStaff(deps: StaffLineDependencies, socket: StaffSocket, { isLive, turns }: { readonly isLive: () => boolean; readonly turns: Turns }): void {
  const { accountId } = socket.data.principal;
  const takeTurn: TakeTurn = (work) => turns.begin(socket, work);
  const own = { ...deps, takeTurn };
  const resume = (): void => turns.resume(socket);
  socket.conn.on('flush', resume);
  socket.on('disconnect', resume);
  answerRequests({
    socket,
    logger: deps.logger,
    refuse: (name) => {
      if (!isLive()) return { code: 'SESSION_FENCED' };
      if (name !== 'command' && turns.waitingOf(socket) >= MOST_WAITING) return { code: 'RATE_LIMITED' };
      return deps.buckets.take(accountId, name === 'feed' ? COST.feed : COST.other) ? null : { code: 'RATE_LIMITED' };
    },
    handle: (name, input) => {
      const request = Object.hasOwn(STAFF_REQUESTS, name) ? STAFF_REQUESTS[name] : undefined;
      // Commands have the log's queue, and go before what only reads. Nothing is opened for who has left by their turn.
      if (!request || name === 'command') return request?.(own, socket, input);
      return takeTurn(async () => (isLive() ? request(own, socket, input) : err({ code: 'SESSION_FENCED' })));
    },
  });
}

type Live = { readonly socket: StaffSocket; readonly standing: Standing };

/** Hears of connections at other nodes: the one that outranks the other stays, here as there. */
function fenceAcrossNodes(bus: NodeBus, live: ReadonlyMap<Id, Live>): void {
  const meet = (other: Standing): void => {
    const own = live.get(other.accountId);
    if (!own) return;
    if (outranks(other, own.standing)) end(own.socket, { code: 'SESSION_FENCED' });
    else bus.tell({ kind: 'connected', connections: [own.standing] });
  };
  bus.onHeard((word) => {
    if (word.kind === 'connected') word.connections.forEach(meet);
  });
}

/** Keeps one live connection per agent, over all nodes: a newer one ends the older with SESSION_FENCED. */
export function createStaffLine(deps: StaffLineDependencies): StaffLine {
  const { bus, clock, nodeId } = deps;
  const live = new Map<Id, Live>();
  const turns = createTurns(deps);
  const lateHandshakes = createLateHandshakes();
  fenceAcrossNodes(bus, live);

  const admit = (socket: StaffSocket): void => {
    const { principal: { accountId, shopIds }, deviceId, epoch } = socket.data;
    const isLive = (): boolean => live.get(accountId)?.socket === socket;
    const standing = { accountId, deviceId, epoch, at: clock(), nodeId };
    live.set(accountId, { socket, standing });
    bus.tell({ kind: 'connected', connections: [standing] });
    void socket.join([agentRoom(accountId), ...shopIds.map(shopRoom)]);
    answerStaff(deps, socket, { isLive, turns });
    socket.on('disconnect', () => {
      lateHandshakes.deviceLeft(socket.data);
      if (isLive()) live.delete(accountId);
    });
    socket.on('disconnecting', () => leave(deps, socket));
    deps.onConnected(accountId);
  };

  return {
    connect: (socket) => {
      const standing = live.get(socket.data.principal.accountId)?.socket;
      const refused = lateHandshakes.refusalOf(socket.data) ?? (standing && isOvertaken(socket, standing) ? { code: 'SESSION_FENCED' } : null);
      if (refused) return end(socket, refused);
      if (standing) end(standing, { code: 'SESSION_FENCED' });
      admit(socket);
    },
    endSession: (sessionId, failure) => {
      lateHandshakes.signInEnded(sessionId);
      for (const { socket } of live.values()) if (socket.data.principal.sessionId === sessionId) end(socket, failure);
    },
    sweep: lateHandshakes.sweep,
    all: () => [...live.values()].map(({ socket }) => socket),
    announce: () => {
      if (live.size > 0) bus.tell({ kind: 'connected', connections: [...live.values()].map(({ standing }) => standing) });
    },
  };
}
