import { playSchedules, type Wanted } from './play-schedules.ts';

/** One process of a run: is told what to play, answers with what came of it. */
process.once('message', (wanted: Wanted) => {
  void playSchedules(wanted).then((tally) => process.send?.(tally, () => process.exit(0)));
});
