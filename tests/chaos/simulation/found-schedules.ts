import type { Schedule, Step } from './steps.ts';

const HOUR = 3_600_000;
const desk = { kind: 'desk', index: 0 } as const;
const page = { kind: 'page', index: 0 } as const;
const says = (at: number): Step => ({ at, kind: 'customer-says', page: 0 });

const schedule = (seed: string, steps: readonly Step[]): Schedule => ({ seed, desks: 3, pages: 2, steps });

/** The smallest schedules that showed a bug of Baton's own, by what the bug was; every run begins with them. */
export const FOUND_SCHEDULES: readonly Schedule[] = [
  schedule('a clock set back hid a dead line', [says(500), { at: 3_000, kind: 'jump', machine: desk, milliseconds: -HOUR }, { at: 3_100, kind: 'forsake', client: desk }, says(3_500)]),
  schedule('a server clock set back left every limit in debt', [says(500), { at: 3_000, kind: 'jump', machine: 'backend', milliseconds: -HOUR }, says(3_500), says(3_600)]),
  schedule('a page whose clock was set back sent new words before older ones', [
    says(500), { at: 3_000, kind: 'down', client: page }, says(3_100), { at: 3_200, kind: 'jump', machine: page, milliseconds: -HOUR },
    { at: 3_300, kind: 'kill', client: page }, { at: 3_400, kind: 'supervise' }, says(3_500), { at: 3_600, kind: 'kill', client: page },
  ]),
  schedule('a sign-in that was ended during its handshake was served up to the next heartbeat', [
    { at: 5_100, kind: 'slow-reads', milliseconds: 200 }, { at: 5_200, kind: 'reconnect', client: desk }, { at: 5_350, kind: 'revoke', desk: 0 },
  ]),
  schedule('a server clock set back put off for as long what the shop was to be asked about an act', [
    says(500), { at: 9_000, kind: 'agent', desk: 2, page: 0, act: 'reply' }, { at: 10_000, kind: 'agent', desk: 2, page: 0, act: 'order', order: 'refund', amount: 60_000, isFresh: false },
    { at: 11_900, kind: 'cut-shop-line', fault: 'unheard', milliseconds: 5_000 }, { at: 12_000, kind: 'agent', desk: 1, page: 0, act: 'decide', verdict: 'approved' },
    { at: 13_000, kind: 'jump', machine: 'backend', milliseconds: -HOUR },
  ]),
];
