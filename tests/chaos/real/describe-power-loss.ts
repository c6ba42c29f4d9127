import { line } from '../runner/describe-run.ts';
import type { Losses, PowerLossTally } from './power-loss/run-power-loss.ts';

const lostOf = ({ lost, told, moments, syncs }: Losses): string => `${lost} of ${told} (${moments} moments, ${syncs} syncs)`;
const examplesOf = ({ lost, examples }: Losses): string[] => (lost > 0 ? examples.map((what) => `  ${what}`) : []);

/** What came of the losses of power. Things told are counted again at each moment at which they could have been lost. */
export function describePowerLoss(tally: PowerLossTally): string[] {
  if (tally.kind === 'skipped') return [`power loss skipped: no ${tally.missing}`];
  const { backend, desk, controls, violations, milliseconds } = tally;
  return [
    `power loss, modelled on recorded writes and syncs, ${Math.round(milliseconds / 1_000)} s`,
    line('lost by the backend of what it had told others', lostOf(backend)),
    line('lost by a desk of what its person had been told', lostOf(desk)),
    line('control: the backend without its syncs', lostOf(controls.backend)),
    line('control: a desk without its syncs', lostOf(controls.desk)),
    ...[backend, desk].flatMap(examplesOf),
    ...violations.map(({ rule, what }) => `  ${rule}: ${what}`),
  ];
}
