import type { Id } from '../../shared/contracts/basics.ts';
import type { Failure } from '../../shared/contracts/errors.ts';
import { createHandshakeMemory } from './handshake-memory.ts';
import type { StaffConnection } from './socket-server.ts';

/** What may come to pass while a desk's handshake is being looked at, and must not be undone by it. */
export type LateHandshakes = {
  readonly signInEnded: (sessionId: Id) => void;
  readonly deviceLeft: (connection: StaffConnection) => void;
  /** Why a connection that has just been let in comes too late, or null. */
  readonly refusalOf: (connection: StaffConnection) => Failure | null;
  /** With every beat. */
  readonly sweep: () => void;
};

const deviceOf = ({ principal, deviceId }: StaffConnection): string => `${principal.accountId} ${deviceId}`;

/** Nothing has come to pass yet. */
export function createLateHandshakes(): LateHandshakes {
  const ended = createHandshakeMemory<true>();
  const latestEpochs = createHandshakeMemory<number>();
  const latestOf = (connection: StaffConnection): number => latestEpochs.recall(deviceOf(connection)) ?? 0;
  return {
    signInEnded: (sessionId) => ended.remember(sessionId, true),
    deviceLeft: (connection) => latestEpochs.remember(deviceOf(connection), Math.max(connection.epoch, latestOf(connection))),
    refusalOf: (connection) => {
      if (ended.recall(connection.principal.sessionId)) return { code: 'SESSION_REVOKED' };
      // The device has been here on a newer one: nobody is behind this one any more.
      return connection.epoch < latestOf(connection) ? { code: 'SESSION_FENCED' } : null;
    },
    sweep: () => {
      ended.sweep();
      latestEpochs.sweep();
    },
  };
}
