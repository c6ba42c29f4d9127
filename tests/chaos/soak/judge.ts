import { slopeOf, type Slope } from './slope.ts';
import type { Vitals } from './report-vitals.ts';

/** What one process came to over all laps behind the warm-up. */
export type Course = { readonly name: string; readonly heap: Slope; readonly external: Slope; readonly resident: Slope; readonly closures: Slope; readonly handles: Slope; readonly files: Slope; readonly last: Vitals; readonly worstDelayP99: number; readonly leaks: readonly string[] };

export type Work = { readonly messages: number; readonly reconnects: number };

/** The first laps fill caches and get code compiled. */
const WARM_SHARE = 1 / 3;
/**
 * What may come with a lap, of the heap and of what it holds outside. It does not grow with the reconnects, which have to leave nothing:
 * at 200 of them a lap, some 240 bytes for each are more than this.
 */
const MOST = { lapBytes: 32 * 1_024, messageBytes: 1 };
/** Resident pages are the allocator's, which gives them back when it likes: only what nothing else sees has to show here. */
const MOST_RESIDENT = 2 * 1_048_576;
/** Of a listener for each reconnect: a line that happens to be down takes some hundred functions with it. */
const LEAST_CLOSURES = 0.25;
/** Less than this a lap is no handle or file left behind, but one that happened to be open. */
const LEAST_HANDLES = 0.5;

/** Bytes that may come with a lap before they count as a leak. */
const allowance = ({ messages }: Work): number => MOST.lapBytes + MOST.messageBytes * messages;

/**
 * Judges a process by its slopes over the laps: a leak is one whose whole 95 % interval lies above what may be. `work` is what
 * one lap asked of it.
 */
export function judge(name: string, laps: readonly Vitals[], work: Work): Course {
  const warm = laps.slice(Math.floor(laps.length * WARM_SHARE));
  const last = warm.at(-1);
  if (!last || warm.length < 6) throw new Error('too few laps for a slope');
  const slope = (pick: (vitals: Vitals) => number): Slope => slopeOf(warm.map(pick));
  const heap = slope((vitals) => vitals.heapBytes);
  const external = slope((vitals) => vitals.externalBytes);
  const resident = slope((vitals) => vitals.residentBytes);
  const closures = slope((vitals) => vitals.closures);
  const handles = slope((vitals) => vitals.handles);
  const files = slope((vitals) => vitals.files);
  const leaks = [
    ...(heap.low > allowance(work) ? ['heap'] : []),
    ...(external.low > allowance(work) ? ['external memory'] : []),
    ...(resident.low > MOST_RESIDENT ? ['resident memory'] : []),
    ...(closures.low > LEAST_CLOSURES * work.reconnects ? ['listeners'] : []),
    ...(handles.low > LEAST_HANDLES ? ['handles'] : []),
    ...(files.low > LEAST_HANDLES ? ['file descriptors'] : []),
  ];
  return { name, heap, external, resident, closures, handles, files, last, worstDelayP99: Math.max(...warm.map((vitals) => vitals.delayP99)), leaks };
}
