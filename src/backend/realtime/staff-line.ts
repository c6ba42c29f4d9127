import type { Id } from '../../shared/contracts/basics.ts';
import type { Failure } from '../../shared/contracts/errors.ts';
import type { Logger } from '../logger.ts';
import { answerRequests } from './answer-requests.ts';
import { agentRoom, conversationRoom, shopRoom } from './rooms.ts';
import type { StaffServer, StaffSocket } from './socket-server.ts';
import { STAFF_REQUESTS, type StaffRequestDependencies } from './staff-requests.ts';
import type { createTokenBuckets } from './token-bucket.ts';

export type StaffLineDependencies = StaffRequestDependencies & {
  readonly io: StaffServer;
  readonly buckets: ReturnType<typeof createTokenBuckets>;
  readonly logger: Logger;
  readonly onConnected: (accountId: Id) => void;
};

/** The desks connected here, one for each agent. */
export type StaffLine = {
  readonly connect: (socket: StaffSocket) => void;
  /** Says why and closes. */
  readonly endSession: (sessionId: Id, failure: Failure) => void;
  readonly all: () => readonly StaffSocket[];
};

/** Says why, then closes; what was said goes out first. */
export function end(socket: StaffSocket, failure: Failure): void {
  socket.emit('ended', failure);
  socket.disconnect(true);
}

/** An older connection of the same device, which only arrived later: it is the one to go. */
const isOvertaken = (newer: StaffSocket, standing: StaffSocket): boolean => newer.data.deviceId === standing.data.deviceId && newer.data.epoch <= standing.data.epoch;

function leave(socket: StaffSocket): void {
  const who = { kind: 'agent', id: socket.data.principal.accountId } as const;
  for (const conversationId of socket.data.open) socket.to(conversationRoom(conversationId)).emit('activity', { conversationId, who, what: 'idle' });
}

function answerStaff(deps: StaffLineDependencies, socket: StaffSocket, isLive: () => boolean): void {
  const { accountId } = socket.data.principal;
  answerRequests({
    socket,
    logger: deps.logger,
    refuse: () => {
      if (!isLive()) return { code: 'SESSION_FENCED' };
      return deps.buckets.take(accountId) ? null : { code: 'RATE_LIMITED' };
    },
    handle: (name, input) => (Object.hasOwn(STAFF_REQUESTS, name) ? STAFF_REQUESTS[name]?.(deps, socket, input) : undefined),
  });
}

/** Keeps one live connection per agent: a newer one ends the older with SESSION_FENCED. */
export function createStaffLine(deps: StaffLineDependencies): StaffLine {
  const live = new Map<Id, StaffSocket>();

  const admit = (socket: StaffSocket): void => {
    const { accountId, shopIds } = socket.data.principal;
    live.set(accountId, socket);
    void socket.join([agentRoom(accountId), ...shopIds.map(shopRoom)]);
    answerStaff(deps, socket, () => live.get(accountId) === socket);
    socket.on('disconnect', () => {
      if (live.get(accountId) === socket) live.delete(accountId);
    });
    socket.on('disconnecting', () => leave(socket));
    deps.onConnected(accountId);
  };

  return {
    connect: (socket) => {
      const standing = live.get(socket.data.principal.accountId);
      if (standing && isOvertaken(socket, standing)) {
        end(socket, { code: 'SESSION_FENCED' });
        return;
      }
      if (standing) end(standing, { code: 'SESSION_FENCED' });
      admit(socket);
    },
    endSession: (sessionId, failure) => {
      for (const socket of live.values()) if (socket.data.principal.sessionId === sessionId) end(socket, failure);
    },
    all: () => [...live.values()],
  };
}
