import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkHistory } from '../../history/check-history.ts';
import type { History, Violation } from '../../history/history.ts';
import { readRemarks, type Remark } from '../desk/notebook.ts';
import { makeRealSchedule } from '../world/make-real-schedule.ts';
import { createRealWorld, type RealWorld } from '../world/real-world.ts';
import { playRealSchedule } from '../world/run-real-schedule.ts';
import { createSqliteSite, makeTemplate } from '../world/site.ts';
import type { Recording } from './crash-points.ts';
import { readDeeds, recordTo, recordUnsyncedTo, type Deed } from './read-deeds.ts';
import { createListener, type Told } from './told-by-backend.ts';

/** Acts of people while it is recorded. */
const ACTS = 240;

/** The same piece of work, as the machines of three of its people did it. */
export type RecordedWork = {
  readonly backend: Omit<Recording<Told>, 'listen'>;
  /** Each reading of the backend's record needs an ear of its own. */
  readonly listenToBackend: () => (deed: Deed) => readonly Told[];
  readonly desk: Recording<Remark>;
  /** A desk that never synced. */
  readonly unsynced: Recording<Remark>;
  /** Acts that the log holds in the end, or that leave nothing in it. */
  readonly settled: ReadonlySet<string>;
  readonly violations: readonly Violation[];
};

/** All files of a folder, by their paths under `as`. */
function readFolder(folder: string, as: string): Map<string, Buffer> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(files.map(({ parentPath, name }) => {
    const file = path.join(parentPath, name);
    return [path.join(as, path.relative(folder, file)), readFileSync(file)];
  }));
}

const deedsIn = (folder: string, trace: string): Deed[] => readDeeds(readFileSync(trace, 'latin1')).filter((deed) => deed.kind === 'said' || deed.path.startsWith(`${folder}/`));

/** What a person notes in their notebook is what they were told. */
function recordOfDesk(folder: string, trace: string): Recording<Remark> {
  const isNote = (deed: Deed): boolean => deed.kind === 'write' && path.basename(deed.path).startsWith('notebook-');
  return { folder, before: new Map(), deeds: deedsIn(folder, trace), listen: (deed) => (deed.kind === 'write' && isNote(deed) ? readRemarks(deed.bytes.toString('utf8')) : []) };
}

function settledBy({ logs, operations }: History): Set<string> {
  const logged = logs.flatMap(({ events }) => events.flatMap(({ causationId }) => causationId ?? []));
  return new Set([...logged, ...operations.filter(({ type }) => type === 'read.advance').map(({ id }) => id)]);
}

async function playToTheEnd(world: RealWorld, seed: string): Promise<History> {
  try {
    const history = await playRealSchedule(world, makeRealSchedule(seed, { operations: ACTS, faults: 0, nodes: 1 }));
    // An orderly end copies the whole journal into the database: that has its own moments to lose power at.
    await Promise.all(world.site.nodes.map((node) => node.stop()));
    return history;
  } finally {
    await world.close();
  }
}

/** Lets people work for a few seconds, with strace on the backend and on two desks, one of which never syncs. */
export async function recordWork(seed: string): Promise<RecordedWork> {
  const folder = mkdtempSync(path.join(tmpdir(), 'baton-power-'));
  const trace = (name: string): string => path.join(folder, `${name}.trace`);
  try {
    const template = await makeTemplate(folder);
    let data = '';
    const world = await createRealWorld(makeRealSchedule(seed, { operations: 0, faults: 0, nodes: 1 }), {
      createSite: async (place) => createSqliteSite(template, (data = place), () => recordTo(trace('backend'))),
      deskPrefix: (index) => () => (index === 0 ? recordTo(trace('desk')) : recordUnsyncedTo(trace('unsynced'))),
    });
    const [desk = '', unsynced = ''] = world.desks.map((one) => one.folder);
    const history = await playToTheEnd(world, seed);
    return {
      backend: { folder: data, before: readFolder(template, data), deeds: deedsIn(data, trace('backend')) },
      listenToBackend: createListener,
      desk: recordOfDesk(desk, trace('desk')),
      unsynced: recordOfDesk(unsynced, trace('unsynced')),
      settled: settledBy(history),
      violations: checkHistory(history),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
