import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { runControl } from './controls/socket-io-control.ts';
import { isKilled, killPlanted } from './planted/kill-planted.ts';
import { describePowerLoss } from './real/describe-power-loss.ts';
import { describeReal } from './real/describe-real.ts';
import { isPowerLossSound, runPowerLoss } from './real/power-loss/run-power-loss.ts';
import { isRealSound, runReal } from './real/run-real.ts';
import { describeRun } from './runner/describe-run.ts';
import { playInParts } from './runner/play-in-parts.ts';
import { tellProgress } from './runner/tell-progress.ts';

/**
 * `node tests/chaos/run.ts [--schedules N] [--seed S] [--operations N] [--faults F] [--real [--no-trials]] [--real-schedules N] [--power-loss] [--controls] [--planted [--only NAME] [--remember]] [--until-first] [--json file]`:
 * plays schedules of acts and faults, prints a short table, and ends with 1 when a promise was broken. What a machine has no program for
 * (strace) is reported as skipped. `--real` plays beside the simulation, since its processes mostly wait, and includes trials: disks that
 * fail, two openers of a folder, sleep. `--controls` includes `--power-loss`, which has controls of its own.
 */
const { values } = parseArgs({
  options: {
    schedules: { type: 'string', default: '20' },
    seed: { type: 'string', default: 'baton' },
    operations: { type: 'string', default: '200' },
    faults: { type: 'string', default: '0.3' },
    processes: { type: 'string', default: String(Math.min(4, availableParallelism())) },
    real: { type: 'boolean', default: false },
    'real-schedules': { type: 'string', default: '20' },
    trials: { type: 'boolean', default: true },
    'power-loss': { type: 'boolean', default: false },
    controls: { type: 'boolean', default: false },
    planted: { type: 'boolean', default: false },
    only: { type: 'string' },
    remember: { type: 'boolean', default: false },
    'until-first': { type: 'boolean', default: false },
    json: { type: 'string' },
  },
  allowNegative: true,
});

/** Acts in a schedule over real processes, and how many of those play beside each other: most of their time they wait. */
const REAL_ACTS = 80;
const REAL_AT_ONCE = 4;
/** Of so many schedules over real processes there is one over two nodes. */
const REAL_PER_SHARED = 5;

const { seed } = values;
const size = { operations: Number(values.operations), faults: Number(values.faults) };
const stopAtFirst = values['until-first'];
const wanted = { ...size, seed, schedules: Number(values.schedules), twiceEvery: stopAtFirst ? 0 : 10, shrinkTries: stopAtFirst ? 0 : 60, stopAtFirst };

const processes = Number(values.processes);
const realSchedules = Number(values['real-schedules']);
const realWanted = { seed, schedules: realSchedules, sharedSchedules: Math.ceil(realSchedules / REAL_PER_SHARED), operations: REAL_ACTS, faults: size.faults, atOnce: REAL_AT_ONCE, hasTrials: values.trials };
const [simulation, real] = await Promise.all([playInParts(wanted, processes, tellProgress(wanted.schedules)), values.real ? runReal(realWanted) : null]);
const powerLoss = values['power-loss'] || values.controls ? await runPowerLoss(seed) : null;
const control = values.controls ? await runControl(seed) : null;
const planted = values.planted ? await killPlanted({ only: values.only ?? null, processes, remembers: values.remember }) : null;
const report = { seed, ...size, simulation, real, powerLoss, control, planted };

// oxlint-disable-next-line no-console -- the report is what this program is for
console.log([describeRun(report), ...(real ? describeReal(real) : []), ...(powerLoss ? describePowerLoss(powerLoss) : [])].join('\n'));
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
const isSound = simulation.failing.length === 0 && (!real || isRealSound(real)) && (!powerLoss || isPowerLossSound(powerLoss)) && (control?.lost ?? 1) > 0 && (planted?.every(isKilled) ?? true);
process.exitCode = isSound ? 0 : 1;
