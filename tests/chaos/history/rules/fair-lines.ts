import type { FairSpell, Rule, Sighting, Violation } from '../history.ts';

/**
 * What one desk shows, others show so much later at most, in milliseconds, while their line knows fair weather only. Half a heartbeat, so
 * that what only the heartbeat mends shows half the time at least. Of 74,000 moments in 300 schedules the slowest took 1,300 ms: a desk that has
 * just begun and asks for its list, the conversation and the rest of it, each answered by reads that come a quarter of a second late.
 */
const LATE_MS = 2_500;

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
