import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Violation } from '../../history/history.ts';
import { createSeededRandom } from '../../simulation/seeded-random.ts';
import type { Remark } from '../desk/notebook.ts';
import { hasProgram } from '../processes/has-program.ts';
import { lostByBackend } from './check-backend-image.ts';
import { lostByDesk } from './check-desk-image.ts';
import { losePower, type Recording } from './crash-points.ts';
import { writeImage } from './modelled-disk.ts';
import { recordWork } from './record-work.ts';
import type { Told } from './told-by-backend.ts';

/** Moments at which each of the machines loses power. */
const MOMENTS = 60;

/** What power losses took from one machine. */
export type Losses = { readonly moments: number; readonly syncs: number; readonly told: number; readonly lost: number; readonly examples: readonly string[] };

export type PowerLossTally =
  | { readonly kind: 'skipped'; readonly missing: string }
  | { readonly kind: 'ran'; readonly backend: Losses; readonly desk: Losses; readonly controls: { readonly backend: Losses; readonly desk: Losses }; readonly violations: readonly Violation[]; readonly milliseconds: number };

type Check<T> = (folder: string, told: readonly T[]) => Promise<readonly string[]>;

/** Loses power again and again in one recording, and opens each time what is left. */
async function countLosses<T>(recording: Recording<T>, seed: string, lostIn: Check<T>): Promise<Losses> {
  const random = createSeededRandom(`${seed}/power`);
  const sum = { moments: 0, told: 0, lost: 0 };
  const examples: string[] = [];
  for (const { image, told } of losePower(recording, MOMENTS, random)) {
    const folder = mkdtempSync(path.join(tmpdir(), 'baton-image-'));
    writeImage(image, recording.folder, folder);
    const lost = await lostIn(folder, told);
    rmSync(folder, { recursive: true, force: true });
    sum.moments += 1;
    sum.told += told.length;
    sum.lost += lost.length;
    examples.push(...lost.slice(0, 1));
  }
  return { ...sum, syncs: recording.deeds.filter(({ kind }) => kind === 'sync').length, examples: examples.slice(0, 3) };
}

/** Whether nothing was lost, and both controls lost something. */
export function isPowerLossSound(tally: PowerLossTally): boolean {
  if (tally.kind === 'skipped') return true;
  const { backend, desk, controls, violations } = tally;
  return backend.lost === 0 && desk.lost === 0 && violations.length === 0 && controls.backend.lost > 0 && controls.desk.lost > 0;
}

/**
 * Power loss, modelled on the recorded writes and syncs of real processes: at each moment the disk holds what was synced and any
 * part of the rest. Needs strace.
 */
export async function runPowerLoss(seed: string): Promise<PowerLossTally> {
  if (!hasProgram('strace')) return { kind: 'skipped', missing: 'strace' };
  const beganAt = performance.now();
  const { backend, listenToBackend, desk, unsynced, settled, violations } = await recordWork(`${seed}/power`);
  const inDesk: Check<Remark> = (folder, remarks) => lostByDesk(folder, remarks, settled);
  const inBackend: Check<Told> = lostByBackend;
  return {
    kind: 'ran',
    backend: await countLosses({ ...backend, listen: listenToBackend() }, `${seed}/backend`, inBackend),
    desk: await countLosses(desk, `${seed}/desk`, inDesk),
    controls: {
      backend: await countLosses({ ...backend, deeds: backend.deeds.filter(({ kind }) => kind !== 'sync'), listen: listenToBackend() }, `${seed}/backend`, inBackend),
      desk: await countLosses(unsynced, `${seed}/desk`, inDesk),
    },
    violations,
    milliseconds: performance.now() - beganAt,
  };
}
