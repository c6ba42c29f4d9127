import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createSeededRandom } from '../../simulation/seeded-random.ts';
import { checkHistory } from '../../history/check-history.ts';
import type { PrefixOf } from '../world/backend-node.ts';
import { makeRealSchedule } from '../world/make-real-schedule.ts';
import { createRealWorld, type RealWorld } from '../world/real-world.ts';
import { playRealSchedule } from '../world/run-real-schedule.ts';
import type { DiskFault, Where } from './disk-faults.ts';
import type { Trial, TrialGround } from './trial.ts';

const ACTS = 80;

/** With a filter in the kernel strace is faster, and delivers no injected signals. */
const tracing = ({ isDeadly }: DiskFault): string[] => ['strace', '-D', '-f', ...(isDeadly ? [] : ['--seccomp-bpf']), '-s', '0', '-e', 'trace=fsync,fdatasync,pwrite64'];

/** What stands before the command line of a machine whose disk fails; what strace saw lies in the folder. */
function failingDisk(fault: DiskFault, { seed, folder }: TrialGround, { where, machine }: { readonly where: Where; readonly machine: string }): PrefixOf {
  const random = createSeededRandom(`${seed}/${fault.what}/${machine}`);
  return (life) => (life > fault.lives ? [] : [...tracing(fault), '-o', path.join(folder, `${machine}-${life}.trace`), '-e', `inject=${fault.inject(random, where)}`]);
}

const hasInjected = (folder: string): boolean =>
  readdirSync(folder).filter((name) => name.endsWith('.trace')).some((name) => readFileSync(path.join(folder, name), 'latin1').includes('(INJECTED)'));

/** The codes that people were told, at the pages by the service or at a desk by its own disk. */
function codesTold({ refusals, desks }: RealWorld, where: Where): ReadonlySet<string> {
  if (where === 'backend') return refusals;
  return new Set(desks.flatMap((desk) => desk.remarks()).flatMap((remark) => (remark.kind === 'took' && remark.code !== null ? [remark.code] : [])));
}

/** Whether the fault happened at all, and did to processes and people what it should. */
function judge(world: RealWorld, fault: DiskFault, { where, folder }: { readonly where: Where; readonly folder: string }): string[] {
  const lives = (where === 'backend' ? world.site.nodes : world.desks).map((machine) => machine.lives);
  if (fault.isDeadly) return lives.some((count) => count > 1) ? [] : ['nothing was killed'];
  const died = lives.some((count) => count > 1) ? [`a process died of it: ${where === 'desk' ? world.desks.flatMap((desk) => desk.complaints()).join(' ') : ''}`] : [];
  const told = codesTold(world, where);
  const code = fault.code?.[where];
  return [...died, ...(hasInjected(folder) ? [] : ['nothing failed']), ...(code === undefined || told.has(code) ? [] : [`nobody was told ${code}, but: ${[...told].join(', ') || 'nothing'}`])];
}

async function play(fault: DiskFault, where: Where, ground: TrialGround): Promise<string[]> {
  const schedule = makeRealSchedule(ground.seed, { operations: ACTS, faults: 0, nodes: 1 });
  const world = await createRealWorld(schedule, {
    createSite: (place) => ground.createSite(place, where === 'backend' ? failingDisk(fault, ground, { where, machine: 'backend' }) : undefined),
    ...(where === 'desk' && { deskPrefix: (desk) => failingDisk(fault, ground, { where, machine: `desk-${desk}` }) }),
  });
  try {
    const violations = checkHistory(await playRealSchedule(world, schedule));
    return [...violations.map(({ rule, what }) => `${rule}: ${what}`), ...judge(world, fault, { where, folder: ground.folder })];
  } finally {
    await world.close();
  }
}

/** People work while the disk of the backend, or those of the desks, fail. */
export const diskTrial = (fault: DiskFault, where: Where): Trial => ({
  what: `${where === 'backend' ? "the backend's disk" : "the desks' disks"}: ${fault.what}`,
  needs: ['strace'],
  run: (ground) => play(fault, where, ground),
});
