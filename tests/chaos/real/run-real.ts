import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { playSchedules, type Played, type Playing } from './played.ts';
import { hasProgram } from './processes/has-program.ts';
import { REDIS } from './processes/redis-process.ts';
import { sharedTrials } from './trials/shared-trials.ts';
import { runTrials, TRIALS, type TrialResult } from './trials/run-trials.ts';
import type { PrefixOf } from './world/backend-node.ts';
import { startShared } from './world/shared-site.ts';
import { createSqliteSite, makeTemplate } from './world/site.ts';

export type RealWanted = Omit<Playing, 'nodes'> & {
  /** Schedules over two nodes with PostgreSQL and Redis. */
  readonly sharedSchedules: number;
  /** Whether the trials run too: disks that fail, two openers, sleep, outages. */
  readonly hasTrials: boolean;
};

/** What came of one kind of service; `missing`: a program that the machine doesn't have, so that all of it was left out. */
export type RealPart = { readonly kind: 'ran'; readonly played: Played; readonly trials: readonly TrialResult[] } | { readonly kind: 'skipped'; readonly missing: string };

export type RealTally = { readonly single: RealPart; readonly shared: RealPart };

const isPartSound = (part: RealPart): boolean => part.kind === 'skipped' || (part.played.failing.length === 0 && part.trials.every(({ problems }) => problems.length === 0));

/** Whether every schedule and every trial held. */
export const isRealSound = ({ single, shared }: RealTally): boolean => isPartSound(single) && isPartSound(shared);

/** One after another: a PostgreSQL that is taken from one schedule would be taken from its neighbours, and from who sets them up. */
const SHARED_AT_ONCE = 1;

async function runSingle(wanted: RealWanted, folder: string): Promise<RealPart> {
  const { seed, atOnce, hasTrials } = wanted;
  const template = await makeTemplate(folder);
  const createSite = async (place: string, prefixOf?: PrefixOf) => createSqliteSite(template, place, prefixOf);
  const played = await playSchedules({ ...wanted, nodes: 1 }, { createSite });
  return { kind: 'ran', played, trials: await runTrials(hasTrials ? TRIALS : [], { seed, folder, createSite }, atOnce) };
}

async function runShared(wanted: RealWanted, folder: string): Promise<RealPart> {
  if (!hasProgram(REDIS)) return { kind: 'skipped', missing: REDIS };
  const service = await startShared();
  if (!service) return { kind: 'skipped', missing: 'PostgreSQL' };
  const { createSite } = service;
  try {
    const played = await playSchedules({ ...wanted, schedules: wanted.sharedSchedules, atOnce: SHARED_AT_ONCE, nodes: 2 }, { createSite });
    return { kind: 'ran', played, trials: await runTrials(wanted.hasTrials ? sharedTrials : [], { seed: wanted.seed, folder, createSite }, SHARED_AT_ONCE) };
  } finally {
    await service.stop();
  }
}

/** Plays schedules of acts and faults over real processes (backends, desks, chat pages, and the ways between them), and the trials. */
export async function runReal(wanted: RealWanted): Promise<RealTally> {
  const folder = mkdtempSync(path.join(tmpdir(), 'baton-real-'));
  try {
    return { single: await runSingle(wanted, folder), shared: await runShared(wanted, folder) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
