import type { Id } from '../../../shared/contracts/basics.ts';
import type { Clock, Timers } from '../../clock.ts';
import type { Sessions } from './session-repository.ts';

type Dependencies = { readonly sessions: Pick<Sessions, 'alive'>; readonly clock: Clock; readonly timers: Pick<Timers, 'soon'> };

/** Whether a session is still good. */
export type SessionCheck = (sessionId: Id) => Promise<boolean>;

/** A check that asks the database once for all who ask in one turn of the event loop: when a line comes back, everybody does. */
export function createSessionCheck({ sessions, clock, timers }: Dependencies): SessionCheck {
  let asked = new Set<Id>();
  let alive: Promise<ReadonlySet<Id>> | null = null;
  const look = (): Promise<ReadonlySet<Id>> => {
    const sessionIds = [...asked];
    asked = new Set();
    alive = null;
    return sessions.alive(sessionIds, clock());
  };
  return async (sessionId) => {
    asked.add(sessionId);
    alive ??= new Promise<void>((resolve) => timers.soon(resolve)).then(look);
    return (await alive).has(sessionId);
  };
}
