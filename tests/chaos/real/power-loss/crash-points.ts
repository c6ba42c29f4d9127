import type { SeededRandom } from '../../simulation/seeded-random.ts';
import { ModelledDisk } from './modelled-disk.ts';
import type { Deed } from './read-deeds.ts';

/** What a traced process had before it began, did to its files, and told others. */
export type Recording<T> = {
  /** Its folder; whatever it did elsewhere is left out. */
  readonly folder: string;
  readonly before: ReadonlyMap<string, Buffer>;
  readonly deeds: readonly Deed[];
  /** What outsiders were told by a deed. Called once for each, in order. */
  readonly listen: (deed: Deed) => readonly T[];
};

export type Crash<T> = {
  readonly image: ReadonlyMap<string, Buffer>;
  /** All that outsiders had been told by then. */
  readonly told: readonly T[];
};

/** Moments to lose power at: every other one between two syncs, the rest after any deed at all. */
function chooseMoments(deeds: readonly Deed[], count: number, random: SeededRandom): Set<number> {
  const syncs = deeds.flatMap(({ kind }, index) => (kind === 'sync' ? [index] : []));
  const afterSync = (): number => {
    const which = random.below(syncs.length);
    const [from = 0, to = deeds.length] = [syncs[which], syncs[which + 1]];
    return from + random.below(to - from);
  };
  const anywhere = (): number => random.below(deeds.length);
  return new Set(Array.from({ length: count }, (_, index) => (index % 2 === 0 && syncs.length > 0 ? afterSync() : anywhere())));
}

/** Loses power at moments that chance chooses, one after another; at most `count` of them. */
export function* losePower<T>({ before, deeds, listen }: Recording<T>, count: number, random: SeededRandom): Generator<Crash<T>> {
  const moments = chooseMoments(deeds, count, random);
  const disk = new ModelledDisk(before);
  const told: T[] = [];
  for (const [index, deed] of deeds.entries()) {
    disk.take(deed);
    told.push(...listen(deed));
    if (moments.has(index)) yield { image: disk.afterPowerLoss(random), told: [...told] };
  }
}
