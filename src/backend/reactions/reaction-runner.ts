import type { LogEvent } from '../../shared/contracts/events/envelope.ts';
import type { Logger } from '../logger.ts';
import type { Clock, NewId, Timers } from '../clock.ts';
import { isOver } from '../db/lease.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import type { LogReader } from '../log/log-reader.ts';
import { isEverybodys } from './expect-accepted.ts';
import type { Reaction } from './reaction.ts';
import { setAside } from './set-aside.ts';

export type RunnerDependencies = {
  readonly work: UnitOfWork;
  readonly reader: LogReader;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly newId: NewId;
  readonly logger: Logger;
  /** An event was set aside, to be followed as a due job at this instant. */
  readonly onPromised: (runAt: number) => void;
  /** Names this node in leases. */
  readonly nodeId: string;
};

/**
 * Follows the log with every reaction. `wake` says that there are new events, of these types or of any; `stop` ends after the
 * event in hand and leaves the rest to other nodes.
 */
export type ReactionRunner = { readonly start: () => void; readonly wake: (types?: ReadonlySet<string>) => void; readonly stop: () => Promise<void> };

const BATCH = 100;
const LEASE_MS = 30_000;
/** A look without being woken: takes over what another node has let go of. */
const LOOK_MS = 10_000;
/** How long a backlog may be worked on before sockets, requests and timers get their turn. */
const BREATH_MS = 20;
const RETRY_MS = 200;
const LONGEST_RETRY_MS = 30_000;
/** An event that can't be followed holds up those behind it for so many tries. */
const TRIES = 3;

/** Takes or renews the right to run a reaction; null while another node has it, else how far it has come. */
function lease({ work, clock, nodeId }: RunnerDependencies, name: string): Promise<number | null> {
  const now = clock();
  return work.write(async (db) => {
    await db.insertInto('reaction_cursors').values({ name, position: 0, lease_owner: null, lease_until: 0 }).onConflict((conflict) => conflict.doNothing()).execute();
    const row = await db
      .updateTable('reaction_cursors')
      .set({ lease_owner: nodeId, lease_until: now + LEASE_MS })
      .where('name', '=', name)
      .where((eb) => eb.or([eb('lease_owner', '=', nodeId), isOver(LEASE_MS, now)]))
      .returning('position')
      .executeTakeFirst();
    return row?.position ?? null;
  });
}

/** Whoever leaves in order lets others go on at once. */
function letGo({ work, nodeId, logger }: RunnerDependencies): Promise<unknown> {
  const freed = work.write((db) => db.updateTable('reaction_cursors').set({ lease_owner: null, lease_until: 0 }).where('lease_owner', '=', nodeId).execute());
  return freed.catch((error: unknown) => logger.error({ err: error }, 'reactions could not be handed over; others wait for the end of the lease'));
}

function saveCursor({ work }: RunnerDependencies, name: string, position: number): Promise<unknown> {
  return work.write((db) => db.updateTable('reaction_cursors').set({ position }).where('name', '=', name).execute());
}

/** One reaction's loop: events in order, the cursor after each batch, a pause when there is nothing. */
class Follower {
  readonly #deps: RunnerDependencies;
  readonly #reaction: Reaction;
  #isStopped = false;
  #isRunning: Promise<void> | null = null;
  #isWoken = false;
  #failures = 0;
  #leasedAt = Number.NEGATIVE_INFINITY;
  #position = 0;
  #breathedAt = 0;
  /** The event that failed last, and how often in a row. */
  #failed = { position: 0, tries: 0 };

  constructor(deps: RunnerDependencies, reaction: Reaction) {
    this.#deps = deps;
    this.#reaction = reaction;
  }

  /** Whether one of these types is of its concern. */
  follows(types: ReadonlySet<string>): boolean {
    return this.#reaction.types.some((type) => types.has(type));
  }

  wake(): void {
    this.#isWoken = true;
    if (this.#isStopped || this.#isRunning) return;
    this.#isRunning = this.#run().finally(() => {
      this.#isRunning = null;
      if (this.#isWoken && !this.#isStopped && this.#failures === 0) this.wake();
    });
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#isRunning;
  }

  async #run(): Promise<void> {
    this.#isWoken = false;
    try {
      while (!this.#isStopped && (await this.#hasLease()) && (await this.#runBatch()));
      this.#failures = 0;
    } catch (error) {
      this.#failures += 1;
      const delay = Math.min(LONGEST_RETRY_MS, RETRY_MS * 2 ** (this.#failures - 1));
      this.#deps.logger.error({ err: error, reaction: this.#reaction.name, delay }, 'a reaction failed and will try again');
      this.#deps.timers.after(delay, () => this.wake());
    }
  }

  async #hasLease(): Promise<boolean> {
    const now = this.#deps.clock();
    if (now >= this.#leasedAt && now < this.#leasedAt + LEASE_MS / 2) return true;
    const position = await lease(this.#deps, this.#reaction.name);
    if (position === null) return false;
    this.#leasedAt = now;
    this.#position = Math.max(this.#position, position);
    return true;
  }

  /** An embedded database answers at once: without this a long backlog would be worked off before anything else is heard. */
  async #breathe(): Promise<void> {
    const { clock, timers } = this.#deps;
    if (Math.abs(clock() - this.#breathedAt) < BREATH_MS) return;
    await new Promise<void>((resolve) => timers.soon(resolve));
    this.#breathedAt = clock();
  }

  /** What is wrong with one event alone is no reason to keep everybody else's waiting. */
  async #follow(event: LogEvent): Promise<void> {
    try {
      await this.#reaction.handle(event);
    } catch (error) {
      if (isEverybodys(error)) throw error;
      const { position } = event;
      const tries = this.#failed.position === position ? this.#failed.tries + 1 : 1;
      this.#failed = { position, tries };
      // What failed before this event has nothing to do with it: else a row of bad ones would keep the good ones waiting ever longer.
      this.#failures = tries - 1;
      if (tries < TRIES) throw error;
      const { logger, onPromised } = this.#deps;
      onPromised(await setAside(this.#deps, this.#reaction.name, event));
      this.#failures = 0;
      logger.error({ err: error, reaction: this.#reaction.name, conversationId: event.conversationId, position }, 'an event could not be followed and was set aside');
    }
  }

  /** Whether there may be more. */
  async #runBatch(): Promise<boolean> {
    const events = await this.#deps.reader.eventsAfterPosition(this.#position, this.#reaction.types, BATCH);
    let done = this.#position;
    try {
      for (const event of this.#reaction.isOfPresent === true ? events.slice(-1) : events) {
        if (this.#isStopped) break;
        await this.#follow(event);
        done = event.position;
        await this.#breathe();
      }
    } finally {
      // What was handled before a failure isn't handled again because of it.
      if (done > this.#position) await saveCursor(this.#deps, this.#reaction.name, done);
      this.#position = done;
    }
    return events.length === BATCH;
  }
}

/** Runs reactions side by side, each in its own order. */
export function createReactionRunner(deps: RunnerDependencies, reactions: readonly Reaction[]): ReactionRunner {
  const followers = reactions.map((reaction) => new Follower(deps, reaction));
  let isStarted = false;
  const wake = (types?: ReadonlySet<string>): void => {
    if (isStarted) for (const follower of followers) if (!types || follower.follows(types)) follower.wake();
  };
  let stopLooking = (): void => undefined;
  return {
    start: () => {
      isStarted = true;
      stopLooking = deps.timers.every(LOOK_MS, () => wake());
      wake();
    },
    wake,
    stop: async () => {
      stopLooking();
      await Promise.all(followers.map((follower) => follower.stop()));
      await letGo(deps);
    },
  };
}
