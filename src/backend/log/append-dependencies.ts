import type { Instant } from '../../shared/contracts/basics.ts';
import type { Clock, NewId, Timers } from '../clock.ts';
import type { Database } from '../db/database.ts';
import type { Logger } from '../logger.ts';
import type { Consequence } from './append-tools.ts';
import type { Commit } from './stored-conversation.ts';

/** Told after the commit and the answers: what is new, and when the next promise falls due. */
export type CommitListener = {
  readonly committed: (commits: readonly Commit[]) => void;
  readonly promised: (runAt: Instant) => void;
};

export type AppendDependencies = {
  readonly database: Database;
  readonly consequences: readonly Consequence[];
  readonly listener: CommitListener;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly newId: NewId;
  readonly logger: Logger;
};
