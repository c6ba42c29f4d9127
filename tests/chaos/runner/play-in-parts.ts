import { fork } from 'node:child_process';
import { addTallies, type Tally, type Wanted } from './play-schedules.ts';

const PART = new URL('./part.ts', import.meta.url);

function playPart(wanted: Wanted): Promise<Tally> {
  const child = fork(PART, { execPath: process.execPath, execArgv: ['--disable-warning=ExperimentalWarning'] });
  return new Promise((resolve, reject) => {
    child.once('message', (tally) => resolve(tally as Tally));
    child.once('exit', (code) => reject(new Error(`a part of the run ended with ${code} and no answer`)));
    child.send(wanted);
  });
}

/** Plays schedules in as many processes; what they find doesn't depend on how many. */
export async function playInParts(wanted: Omit<Wanted, 'part' | 'of'>, processes: number): Promise<Tally> {
  const tallies = await Promise.all(Array.from({ length: processes }, (_, part) => playPart({ ...wanted, part, of: processes })));
  return tallies.reduce(addTallies);
}
