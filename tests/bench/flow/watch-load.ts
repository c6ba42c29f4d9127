import { monitorEventLoopDelay } from 'node:perf_hooks';
import { percentile } from './median-interval.ts';

/** What this process, which makes the load, did for itself meanwhile: a load that waits for its own turn measures itself. */
export type OwnLoad = {
  /** User and system time, milliseconds. */
  readonly cpuMillis: number;
  /** How late its event loop was for a timer of a millisecond, milliseconds. */
  readonly delayP99: number;
  readonly delayMost: number;
};

const RESOLUTION_MS = 1;

/** A histogram holds whole intervals between two runs of its timer, of which the resolution is no delay. */
const late = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS);

/** Runs work and watches this process for as long. */
export async function watchLoad<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly own: OwnLoad }> {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  const before = process.cpuUsage();
  delay.enable();
  try {
    const value = await work();
    const { user, system } = process.cpuUsage(before);
    return { value, own: { cpuMillis: (user + system) / 1e3, delayP99: late(delay.percentile(99)), delayMost: late(delay.max) } };
  } finally {
    delay.disable();
  }
}

/** Of several rounds: medians, and the worst delay of all. */
export function summarizeLoads(loads: readonly OwnLoad[]): OwnLoad {
  const median = (pick: (own: OwnLoad) => number): number => percentile(loads.map(pick), 0.5);
  return { cpuMillis: median((own) => own.cpuMillis), delayP99: median((own) => own.delayP99), delayMost: Math.max(...loads.map((own) => own.delayMost)) };
}

/** As it stands behind a figure. */
export const showLoad = ({ cpuMillis, delayP99, delayMost }: OwnLoad): string => `${cpuMillis.toFixed(0)} ms of CPU, event loop ${delayP99.toFixed(1)} ms late at p99, ${delayMost.toFixed(0)} at most`;
