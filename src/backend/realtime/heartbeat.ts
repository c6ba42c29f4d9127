import type { Id } from '../../shared/contracts/basics.ts';
import type { Clock } from '../clock.ts';
import type { PresenceBook } from '../modules/people/presence.ts';
import type { Sessions } from '../modules/accounts/session-repository.ts';
import type { FeedBroadcast } from './feed-broadcast.ts';
import { createLeasePulse } from './lease-pulse.ts';
import type { OpenHeads } from './open-heads.ts';
import type { StaffSocket } from './socket-server.ts';
import { end, type StaffLine } from './staff-line.ts';

type Dependencies = {
  readonly line: StaffLine;
  readonly feed: FeedBroadcast;
  readonly heads: OpenHeads;
  readonly sessions: Sessions;
  readonly presence: PresenceBook;
  readonly clock: Clock;
  /** Somebody's lease ran out. */
  readonly onLapsed: (accountId: Id) => Promise<void>;
};

function beat({ feed, heads, clock }: Dependencies, socket: StaffSocket): void {
  const { principal, open } = socket.data;
  const entries = [...open].flatMap((conversationId) => {
    const numbers = heads.get(conversationId);
    return numbers ? [[conversationId, numbers.seq] as const] : [];
  });
  socket.emit('heartbeat', { position: feed.sentUpTo(principal.shopIds), heads: Object.fromEntries(entries), at: clock() });
}

/** Sessions may be revoked on another node, so each beat looks. */
async function endRevoked({ sessions, clock }: Dependencies, sockets: readonly StaffSocket[]): Promise<void> {
  const alive = await sessions.alive(sockets.map((socket) => socket.data.principal.sessionId), clock());
  for (const socket of sockets) if (!alive.has(socket.data.principal.sessionId)) end(socket, { code: 'SESSION_REVOKED' });
}

/** The desks' pulse: heads for everybody, sessions checked, leases renewed, lapses noticed. */
export function createStaffBeat(deps: Dependencies): () => Promise<void> {
  const keepLeases = createLeasePulse(deps);
  return async () => {
    const sockets = deps.line.all();
    for (const socket of sockets) beat(deps, socket);
    deps.line.announce();
    await endRevoked(deps, sockets);
    await keepLeases(sockets.map((socket) => socket.data.principal.accountId));
  };
}
