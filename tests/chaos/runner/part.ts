import { createPlayer, type Player, type Wanted } from './play-schedules.ts';

/** One process of a run: is told of which run, then number by number what to play, and answers with what came of it. */
process.once('message', (wanted: Wanted) => {
  const player: Promise<Player> = createPlayer(wanted);
  process.on('message', (index: number) => void player.then(({ play }) => play(index)).then((tally) => process.send?.(tally)));
  process.once('disconnect', () => void player.then(({ close }) => close()).then(() => process.exit(0)));
});
