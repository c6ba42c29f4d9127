import { table } from '../../bench/flow/table.ts';
import type { Course } from './judge.ts';
import type { Slope } from './slope.ts';

const kilobytes = ({ perStep, low, high }: Slope): string => `${(perStep / 1_024).toFixed(1)} (${(low / 1_024).toFixed(1)}..${(high / 1_024).toFixed(1)})`;
const counts = ({ perStep, low, high }: Slope): string => `${perStep.toFixed(2)} (${low.toFixed(2)}..${high.toFixed(2)})`;
const megabytes = (bytes: number): string => (bytes / 1_048_576).toFixed(1);

const row = ({ name, heap, external, resident, closures, handles, files, last, worstDelayP99, leaks }: Course): readonly string[] => [
  name, megabytes(last.heapBytes), kilobytes(heap), kilobytes(external), megabytes(last.residentBytes), kilobytes(resident), `${last.closures}`, counts(closures), `${last.handles}`, counts(handles), `${last.files}`, counts(files),
  worstDelayP99.toFixed(0), leaks.length === 0 ? 'steady' : `LEAKS: ${leaks.join(', ')}`,
];

/** Slopes are for one lap, each with its 95 % interval. */
export function describeCourses(courses: readonly Course[]): string {
  const head = ['process', 'heap MB', 'KB a lap', 'external KB a lap', 'resident MB', 'KB a lap', 'functions', '... a lap', 'handles', '... a lap', 'files', '... a lap', 'loop delay p99 ms', 'verdict'];
  return table(head, courses.map(row));
}
