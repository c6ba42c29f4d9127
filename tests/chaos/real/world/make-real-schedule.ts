import { createSeededRandom, type SeededRandom } from '../../simulation/seeded-random.ts';
import type { Client } from '../../simulation/steps.ts';
import type { DeskAct } from '../desk/desk-words.ts';
import type { RealSchedule, RealStep } from './real-steps.ts';

const DESKS = 2;
const PAGES = 2;
const SUPERVISE_MS = 600;

export type RealSize = {
  /** Acts of people. */
  readonly operations: number;
  /** Faults for every act. */
  readonly faults: number;
  readonly nodes: number;
};

type Bare = RealStep extends infer S ? (S extends RealStep ? Omit<S, 'at'> : never) : never;
/** A step, and, where a fault has an end, that end so many milliseconds later. */
type Drawn = { readonly step: Bare; readonly end?: { readonly step: Bare; readonly after: number } };
type Weighted<T> = readonly (readonly [weight: number, make: (random: SeededRandom) => T])[];

function choose<T>(random: SeededRandom, table: Weighted<T>): T {
  const total = table.reduce((sum, [weight]) => sum + weight, 0);
  let left = random.fraction() * total;
  for (const [weight, make] of table) {
    left -= weight;
    if (left < 0) return make(random);
  }
  throw new Error('an empty table');
}

const anyDesk = (random: SeededRandom): Client => ({ kind: 'desk', index: random.below(DESKS) });
const anyClient = (random: SeededRandom): Client => (random.chance(0.65) ? anyDesk(random) : { kind: 'page', index: random.below(PAGES) });

const weighted = (acts: readonly (readonly [number, DeskAct])[]): Weighted<DeskAct> => acts.map(([weight, act]) => [weight, () => act]);

const TALK = weighted(
  [
    [34, 'reply'], [10, 'note'], [3, 'whisper'], [6, 'read'], [14, 'take-over'], [3, 'transfer'], [2, 'resolve'], [2, 'reopen'], [4, 'edit'], [3, 'recall'],
    [6, 'draft'], [3, 'same-again'], [10, 'send-anew'], [3, 'drop'], [7, 'file'],
  ],
);

/** The demo shop is one of a node's own: where there are several, they would know of different orders. */
const ON_ORDERS = weighted([[12, 'order'], [4, 'decide']]);

function operationsOver(nodes: number): Weighted<Drawn> {
  const acts = nodes > 1 ? TALK : [...TALK, ...ON_ORDERS];
  return [
    [23, (random) => ({ step: { kind: 'customer-says', page: random.below(PAGES) } })],
    [3, (random) => ({ step: { kind: 'customer-shows', page: random.below(PAGES) } })],
    [4, (random) => ({ step: { kind: 'customer-reads', page: random.below(PAGES) } })],
    [70, (random) => ({ step: { kind: 'agent', desk: random.below(DESKS), page: random.below(PAGES), act: choose(random, acts), to: random.below(DESKS) } })],
  ];
}

const on = (kind: 'reset' | 'forsake' | 'fair' | 'kill' | 'reconnect') => (random: SeededRandom): Drawn => ({ step: { kind, client: anyClient(random) } });

function badWeather(random: SeededRandom): Drawn {
  const change = random.pick([
    { latencyMs: 30, jitterMs: 120 }, { latencyMs: 250, jitterMs: 50 }, { pieceBytes: 7 }, { pieceBytes: 300, jitterMs: 5 }, { bytesPerSecond: 20_000 }, { isStalled: true }, { isDown: true },
  ]);
  return { step: { kind: 'weather', client: anyClient(random), change } };
}

const pausing = (random: SeededRandom): number => 100 + random.below(1_500);

const DESK_AND_WAY: Weighted<Drawn> = [
  [34, badWeather], [14, on('reset')], [5, on('forsake')], [26, on('fair')], [8, on('kill')], [4, on('reconnect')],
  [6, (random) => { const desk = random.below(DESKS); return { step: { kind: 'pause-desk', desk }, end: { step: { kind: 'resume-desk', desk }, after: pausing(random) } }; }],
];

function nodeFaults(nodes: number): Weighted<Drawn> {
  const pauseNode = (random: SeededRandom): Drawn => {
    const node = random.below(nodes);
    return { step: { kind: 'pause-node', node }, end: { step: { kind: 'resume-node', node }, after: pausing(random) } };
  };
  return [[5, (random) => ({ step: { kind: 'kill-node', node: random.below(nodes) } })], [5, pauseNode]];
}

const sharedFaults: Weighted<Drawn> = [
  [2, (random) => ({ step: { kind: 'pause-redis' }, end: { step: { kind: 'resume-redis' }, after: pausing(random) } })],
  [1, () => ({ step: { kind: 'restart-redis' } })],
  [2, (random) => ({ step: { kind: 'pause-postgres' }, end: { step: { kind: 'resume-postgres' }, after: pausing(random) } })],
  [2, () => ({ step: { kind: 'restart-postgres' } })],
];

/** A schedule that a seed decides; what comes of it, real machines decide. */
export function makeRealSchedule(seed: string, { operations, faults, nodes }: RealSize): RealSchedule {
  const random = createSeededRandom(`${seed}/real schedule`);
  const acts = operationsOver(nodes);
  const table = [...DESK_AND_WAY, ...nodeFaults(nodes), ...(nodes > 1 ? sharedFaults : [])];
  const steps: RealStep[] = [];
  let at = 0;
  for (let left = operations; left > 0; ) {
    at += random.chance(0.3) ? 0 : 5 + random.below(60);
    const isFault = random.chance(faults / (1 + faults));
    const { step, end } = choose(random, isFault ? table : acts);
    steps.push({ at, ...step });
    if (end) steps.push({ at: at + end.after, ...end.step });
    if (!isFault) left -= 1;
  }
  for (let supervised = SUPERVISE_MS; supervised < at; supervised += SUPERVISE_MS) steps.push({ at: supervised, kind: 'supervise' });
  return { seed, desks: DESKS, pages: PAGES, nodes, steps: steps.toSorted((one, other) => one.at - other.at) };
}
