import provideElectron from '../../e2e/setup/global-setup.ts';
import { percentile } from '../flow/median-interval.ts';
import { table } from '../flow/table.ts';
import { measureDesk, type DeskTimes } from './measure-desk.ts';

/**
 * `node tests/bench/rows/run.ts`: what ten thousand rows cost beside a hundred, in the list and in one conversation, at the built
 * application in one run. A frame of an idle screen is 16.7 ms.
 */
const FEW = 100;
const MANY = 10_000;

const both = (values: readonly number[]): string => `${percentile(values, 0.5).toFixed(1)} / ${percentile(values, 0.95).toFixed(1)}`;

const rowOf = ({ rows, toList, elements, list, transcript, key }: DeskTimes): string[] => [String(rows), toList.toFixed(0), String(elements), both(list), both(transcript), both(key)];

const ratio = (many: readonly number[], few: readonly number[]): string => (percentile(many, 0.95) / percentile(few, 0.95)).toFixed(2);

const removeRun = provideElectron();
try {
  const few = await measureDesk(FEW);
  const many = await measureDesk(MANY);
  const ratios = ['ratio of p95', (many.toList / few.toList).toFixed(2), (many.elements / few.elements).toFixed(2), ratio(many.list, few.list), ratio(many.transcript, few.transcript), ratio(many.key, few.key)];
  console.log(table(['rows', 'sign-in to list, ms', 'elements', 'list scrolled, frame p50 / p95', 'transcript scrolled', 'next key to frame'], [rowOf(few), rowOf(many), ratios]));
} finally {
  removeRun();
}
