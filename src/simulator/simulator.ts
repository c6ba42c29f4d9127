import { createRandom } from '../assist/numeric/random.ts';
import { openCustomerChannel } from './customer-channel.ts';
import { readDemoCast } from './demo-cast.ts';
import { createLots, type Lot, type Mix } from './draw-lots.ts';
import { GOALS } from './goals/goals.ts';
import { pause, type Clock, type Log, type Timers } from './machine.ts';
import { HUMAN_PACE, runGoal, type Pace } from './run-goal.ts';
import { startVisit, type Http, type Place } from './visit.ts';

/** "The next day" of a demo. */
const NEXT_DAY_MS = 120_000;

export type SimulatorOptions = {
  readonly serverUrl: string;
  /** The shop's slug. */
  readonly shop: string;
  /** Decides who comes, what for, and everything they leave to chance. */
  readonly seed: number;
  /** Milliseconds between two arrivals. */
  readonly everyMs: number;
  /** Conversations at once. */
  readonly maxOpen: number;
  readonly mix?: Mix | undefined;
  readonly pace?: Pace | undefined;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly newId: () => string;
  readonly http: Http;
  readonly log: Log;
};

export type Simulation = {
  /** Stops arrivals and open conversations; resolves when the last line is closed. */
  readonly stop: () => Promise<void>;
};

/** A lot with the chance that belongs to it: how one conversation goes doesn't depend on when another one ends. */
type Appearance = Lot & { readonly random: () => number; readonly returns: boolean };

class Stage implements Simulation {
  readonly #options: SimulatorOptions;
  readonly #place: Place;
  readonly #lots: ReturnType<typeof createLots>;
  readonly #random: () => number;
  readonly #stopped = new AbortController();
  readonly #busy = new Set<string>();
  readonly #met = new Set<string>();
  readonly #open = new Set<Promise<void>>();

  constructor(options: SimulatorOptions) {
    this.#options = options;
    const { serverUrl, shop, seed, http, mix } = options;
    this.#place = { serverUrl, shop, seed, http };
    this.#random = createRandom(seed);
    this.#lots = createLots({ goals: GOALS, cast: readDemoCast(), mix: mix ?? null, random: this.#random });
  }

  async start(): Promise<void> {
    while (!this.#stopped.signal.aborted) {
      if (this.#open.size < this.#options.maxOpen) this.#admit();
      await pause(this.#options.timers, this.#options.everyMs, this.#stopped.signal);
    }
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    await Promise.all(this.#open);
  }

  /** Somebody new if there is anybody: who comes again comes into the conversation they left. */
  #drawLot(): Lot | null {
    return this.#lots.draw((customer) => this.#met.has(customer)) ?? this.#lots.draw((customer) => this.#busy.has(customer));
  }

  #admit(): void {
    const lot = this.#drawLot();
    if (!lot) return;
    const { customer } = lot.role;
    if (customer !== null) {
      this.#busy.add(customer);
      this.#met.add(customer);
    }
    const played = this.#play({ ...lot, random: createRandom(Math.floor(this.#random() * 2 ** 32)), returns: false }).finally(() => {
      this.#open.delete(played);
      if (customer !== null) this.#busy.delete(customer);
    });
    this.#open.add(played);
  }

  async #play(appearance: Appearance): Promise<void> {
    const { goal } = appearance;
    await this.#converse(appearance);
    if (goal.temper.ending !== 'comes-back' || this.#stopped.signal.aborted) return;
    await pause(this.#options.timers, NEXT_DAY_MS, this.#stopped.signal);
    if (!this.#stopped.signal.aborted) await this.#converse({ ...appearance, returns: true });
  }

  async #converse({ goal, role, random, returns }: Appearance): Promise<void> {
    const { timers, newId, clock, log, pace = HUMAN_PACE } = this.#options;
    const begunAt = clock();
    const about = { goal: goal.name, customer: role.customer, language: role.language };
    const visit = await startVisit(this.#place, role, newId());
    if (!visit.ok) return log({ ...about, code: visit.error.code }, 'a customer could not come in');
    const channel = openCustomerChannel({ place: this.#place, visit: visit.value, timers, newId });
    log(about, 'a customer has come');
    try {
      const outcome = await runGoal({ goal, role, channel, random, timers, pace, signal: this.#stopped.signal, returns });
      log({ ...about, ...outcome, seconds: Math.round((clock() - begunAt) / 1000) }, 'a customer has gone');
    } finally {
      channel.close();
    }
  }
}

/** Lets customers come, one every `everyMs`, until it is stopped. The same seed brings the same customers with the same goals. */
export function startSimulator(options: SimulatorOptions): Simulation {
  const stage = new Stage(options);
  void stage.start();
  return stage;
}
