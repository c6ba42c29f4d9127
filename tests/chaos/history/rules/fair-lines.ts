import type { FairSpell, Rule, Sighting, Violation } from '../history.ts';

/**
 * What one desk shows, others show so much later at most, in milliseconds, while their line knows fair weather only. Less than half a
 * heartbeat, so that what only the heartbeat mends shows more often than not.
 */
const LATE_MS = 2_000;

/** The moments at which a conversation came further than any desk had shown it before. */
function firstSights(sightings: readonly Sighting[]): Sighting[] {
  let furthest = 0;
  return sightings.filter(({ seq }) => {
    const isFirst = seq > furthest;
    furthest = Math.max(furthest, seq);
    return isFirst;
  });
}

type Watched = { readonly firsts: readonly Sighting[]; readonly own: readonly Sighting[] };

/** What a desk should have shown within one spell, and hadn't. A conversation that it didn't show in that life isn't open on it. */
function missedIn({ from, to, life }: FairSpell, { firsts, own }: Watched): Sighting | undefined {
  const shown = own.filter((sight) => sight.life === life);
  const [opened] = shown;
  if (!opened) return undefined;
  return firsts.find(({ seq, at }) => {
    const deadline = Math.max(at, from, opened.at) + LATE_MS;
    return deadline <= to && !shown.some((sight) => sight.seq >= seq && sight.at <= deadline);
  });
}

/** A desk whose line is live and fair shows what other desks show, soon: it doesn't take a heartbeat to learn of it. */
export const fairLinesKeepUp: Rule = ({ sightings, fairSpells }) => {
  const spells = Map.groupBy(fairSpells, ({ viewer }) => viewer);
  return [...Map.groupBy(sightings, ({ conversationId }) => conversationId).values()].flatMap((sights) => {
    const firsts = firstSights(sights);
    return [...Map.groupBy(sights, ({ viewer }) => viewer)].flatMap(([viewer, own]) =>
      (spells.get(viewer) ?? []).flatMap((spell): Violation[] => {
        const missed = missedIn(spell, { firsts, own });
        return missed ? [{ rule: 'late', what: `${viewer} didn't show ${missed.conversationId} at ${missed.seq}, which ${missed.viewer} showed at ${missed.at}, in fair weather` }] : [];
      }),
    );
  });
};
