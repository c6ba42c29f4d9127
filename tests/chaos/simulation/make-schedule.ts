import { AMOUNTS } from './demo-customer.ts';
import { createSeededRandom, type SeededRandom } from './seeded-random.ts';
import type { AgentAct, CaseAct, Client, Schedule, Step } from './steps.ts';

const DESKS = 3;
const PAGES = 2;
const SUPERVISE_MS = 2_500;
const MINUTE = 60_000;

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

type Bare = Step extends infer S ? (S extends Step ? Omit<S, 'at'> : never) : never;

const anyDesk = (random: SeededRandom): Client => ({ kind: 'desk', index: random.below(DESKS) });
const anyClient = (random: SeededRandom): Client => (random.chance(0.65) ? anyDesk(random) : { kind: 'page', index: random.below(PAGES) });

const simply = (act: Exclude<(AgentAct | CaseAct)['act'], 'transfer' | 'order' | 'decide'>) => (): AgentAct | CaseAct => ({ act });

const AGENT_ACTS: Weighted<AgentAct | CaseAct> = [
  [38, simply('reply')], [8, simply('note')], [3, simply('whisper')], [6, simply('read')], [6, simply('take-over')], [3, (random) => ({ act: 'transfer', to: random.below(DESKS) })],
  [4, simply('resolve')], [2, simply('reopen')], [6, simply('edit')], [4, simply('recall')], [6, simply('draft')], [3, simply('same-again')], [10, simply('send-anew')], [3, simply('drop')], [3, simply('scroll-back')], [2, simply('file')],
  [3, simply('snooze')], [1, simply('unsnooze')], [3, simply('ticket')], [1, simply('escalate')], [3, simply('judge-flag')], [2, simply('accept-work')],
  [8, (random) => ({ act: 'order', order: random.pick(['coupon', 'refund']), amount: random.pick(AMOUNTS), isFresh: random.chance(0.5) })],
  [3, (random) => ({ act: 'decide', verdict: random.pick(['approved', 'declined']) })],
];

const OPERATIONS: Weighted<Bare> = [
  [18, (random) => ({ kind: 'customer-says', page: random.below(PAGES) })],
  [2, (random) => ({ kind: 'customer-says', page: random.below(PAGES), wants: 'person' })],
  [4, (random) => ({ kind: 'customer-reads', page: random.below(PAGES) })],
  [2, (random) => ({ kind: 'customer-says', page: random.below(PAGES), shows: 'file' })],
  [70, (random) => ({ kind: 'agent', desk: random.below(DESKS), page: random.below(PAGES), ...choose(random, AGENT_ACTS) })],
];

const on = (kind: 'break' | 'forsake' | 'stall' | 'clear' | 'fair' | 'down' | 'kill' | 'reconnect') => (random: SeededRandom): Bare => ({ kind, client: anyClient(random) });

const JUMPS = [-60 * MINUTE, -2 * MINUTE, -1_000, 1_000, 2 * MINUTE, 20 * MINUTE];
/** The backend's clock also goes past the time in which an episode is reopened. */
const BACKEND_JUMPS = [...JUMPS, 49 * 60 * MINUTE];

const FAULTS: Weighted<Bare> = [
  [12, (random) => ({ kind: 'weather', client: anyClient(random), loss: random.pick([0, 0.02, 0.2]), duplication: random.pick([0, 0.1, 0.4]), latency: random.pick([1, 40, 900]) })],
  [9, on('break')], [7, on('forsake')], [9, on('stall')], [14, on('clear')], [16, on('fair')], [6, on('down')], [10, on('kill')], [3, on('reconnect')],
  [6, (random) => ({ kind: 'kill-at-write', desk: random.below(DESKS), after: random.below(8) })],
  [3, () => ({ kind: 'kill-backend' })],
  [4, (random) => ({ kind: 'slow-reads', milliseconds: random.pick([0, 40, 200]) })],
  [3, (random) => ({ kind: 'cut-shop-line', fault: random.pick(['unheard', 'unanswered']), milliseconds: random.pick([500, 5_000, 15_000]) })],
  [2, (random) => ({ kind: 'revoke', desk: random.below(DESKS) })],
  [3, (random) => ({ kind: 'borrow-key', page: random.below(PAGES) })],
  [7, (random) => ({ kind: 'break-commit', fault: random.pick(['crash-before', 'crash-after', 'input-output', 'full']), after: random.below(4), count: 1 + random.below(3) })],
  [5, (random) => ({ kind: 'break-commit', beside: true, fault: random.pick(['crash-before', 'crash-after', 'input-output', 'full']), after: random.below(6), count: 1 + random.below(3) })],
  [3, (random) => ({ kind: 'jump', machine: anyClient(random), milliseconds: random.pick(JUMPS) })],
  [1.5, (random) => ({ kind: 'jump', machine: 'backend', milliseconds: random.pick(BACKEND_JUMPS) })],
];

export type Size = { /** Acts of people. */ readonly operations: number; /** Faults for every act, at the most: some schedules are calmer, so that more gets through to go wrong later. */ readonly faults: number };

const CALM = [0.15, 0.5, 1];
/** One schedule in so many begins with a conversation beyond one window. */
const LONG_EVERY = 30;

/** A schedule of acts and faults that a seed decides; nothing else does. */
export function makeSchedule(seed: string, { operations, faults }: Size): Schedule {
  const random = createSeededRandom(`${seed}/schedule`);
  const steps: Step[] = [];
  let at = 300;
  let supervisedAt = 0;
  const rate = faults * random.pick(CALM);
  for (let left = operations; left > 0; ) {
    at += random.chance(0.25) ? 0 : 20 + random.below(400);
    if (at - supervisedAt >= SUPERVISE_MS) {
      supervisedAt = at;
      steps.push({ at, kind: 'supervise' });
    }
    const isFault = random.chance(rate / (1 + rate));
    steps.push({ at, ...choose(random, isFault ? FAULTS : OPERATIONS) });
    if (!isFault) left -= 1;
  }
  const isLong = random.fork('beginning').below(LONG_EVERY) === 0;
  return { seed, desks: DESKS, pages: PAGES, ...(isLong && { beginning: 'long' as const }), steps };
}
