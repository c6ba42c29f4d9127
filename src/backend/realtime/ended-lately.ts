import type { Id } from '../../shared/contracts/basics.ts';
import { HEARTBEAT_MS } from '../../shared/lib/protocol.ts';

/** Sign-ins that ended a short while ago: a handshake that was being looked at in that moment comes through behind it. */
export type EndedLately = {
  readonly add: (sessionId: Id) => void;
  readonly has: (sessionId: Id) => boolean;
  /** With every beat: forgets those from before which no handshake can be left. */
  readonly sweep: () => void;
};

/** As long as a connection may take to be let in: the `connectTimeout` of Socket.IO. */
const HANDSHAKE_MS = 45_000;
/** Counted in beats, not by the clock, which may be set. The first may come at once. */
const BEATS = 1 + Math.ceil(HANDSHAKE_MS / HEARTBEAT_MS);

/** Nobody yet. */
export function createEndedLately(): EndedLately {
  const beatsLeft = new Map<Id, number>();
  return {
    add: (sessionId) => void beatsLeft.set(sessionId, BEATS),
    has: (sessionId) => beatsLeft.has(sessionId),
    sweep: () => {
      for (const [sessionId, beats] of beatsLeft) {
        if (beats > 1) beatsLeft.set(sessionId, beats - 1);
        else beatsLeft.delete(sessionId);
      }
    },
  };
}
