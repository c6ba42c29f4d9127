import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { hasProgram } from '../processes/has-program.ts';
import { sideBySide } from '../side-by-side.ts';
import { DISK_FAULTS } from './disk-faults.ts';
import { diskTrial } from './play-disk-fault.ts';
import { sleepTrials } from './sleep-and-wake.ts';
import type { Trial, TrialGround } from './trial.ts';
import { twoBackends, twoDesks } from './two-openers.ts';

/** Those of a service with one node and the embedded database. */
export const TRIALS: readonly Trial[] = [...DISK_FAULTS.flatMap((fault) => [diskTrial(fault, 'backend'), diskTrial(fault, 'desk')]), twoBackends, twoDesks, ...sleepTrials];

/** `missing`: a program that the machine doesn't have, so that the trial was left out. */
export type TrialResult = { readonly what: string; readonly problems: readonly string[]; readonly missing: string | null };

/** Runs every trial that the machine has the programs for, `atOnce` of them beside each other. */
export async function runTrials(trials: readonly Trial[], { seed, folder, createSite }: TrialGround, atOnce: number): Promise<readonly TrialResult[]> {
  return sideBySide(trials, atOnce, async ({ what, needs, run }, index) => {
    const missing = needs.find((name) => !hasProgram(name)) ?? null;
    if (missing !== null) return { what, problems: [], missing };
    const own = mkdtempSync(path.join(folder, 'trial-'));
    return { what, problems: await run({ seed: `${seed}/trial ${index}`, folder: own, createSite }), missing };
  });
}
