import { HEARTBEAT_MS } from '../../../../src/shared/lib/protocol.ts';
import type { RealStep } from '../world/real-steps.ts';
import { runRealSchedule } from '../world/run-real-schedule.ts';
import type { Trial } from './trial.ts';

/** Longer than a silent line is believed in. */
const ASLEEP_MS = 2 * HEARTBEAT_MS + 2_000;
const SAYING_EVERY_MS = 1_000;

type Sleeper = { readonly who: string; readonly pause: RealStep; readonly resume: RealStep };

const SLEEPERS: readonly Sleeper[] = [
  { who: 'a desk', pause: { at: 0, kind: 'pause-desk', desk: 0 }, resume: { at: ASLEEP_MS, kind: 'resume-desk', desk: 0 } },
  { who: 'the backend', pause: { at: 0, kind: 'pause-node', node: 0 }, resume: { at: ASLEEP_MS, kind: 'resume-node', node: 0 } },
];

/** Everybody else goes on talking while one machine sleeps. */
const talk = (): RealStep[] =>
  Array.from({ length: ASLEEP_MS / SAYING_EVERY_MS }, (_, index) => index * SAYING_EVERY_MS).flatMap((at): RealStep[] => [
    { at, kind: 'customer-says', page: 0 },
    { at, kind: 'agent', desk: 0, page: 0, act: 'note', to: 0 },
    { at, kind: 'agent', desk: 1, page: 0, act: 'note', to: 0 },
  ]);

/** A machine sleeps for longer than two heartbeats and wakes: it has to catch up, and what it was told meanwhile has to happen. */
export const sleepTrials: readonly Trial[] = SLEEPERS.map(({ who, pause, resume }) => ({
  what: `${who} asleep for ${ASLEEP_MS / 1_000} s`,
  needs: [],
  run: async ({ seed, createSite }) => {
    const steps = [pause, ...talk(), resume];
    const { violations } = await runRealSchedule({ seed, desks: 2, pages: 1, nodes: 1, steps }, { createSite });
    return violations.map(({ rule, what }) => `${rule}: ${what}`);
  },
}));
