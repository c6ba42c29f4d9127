/**
 * The process in which the demo shop's customers live: `node src/simulator/demo-customers.ts --server http://127.0.0.1:PORT`, or
 * bundled by itself beside the desk. Arguments in, customers until it is ended; exit code 2 with the usage when they are wrong.
 */
import { readCommandLine, USAGE, type CommandLine } from './command-line.ts';
import { HUMAN_PACE, NO_PACE } from './run-goal.ts';
import { startSimulator } from './simulator.ts';
import { standardLog, systemClock, systemNewId, systemTimers } from './system-machine.ts';

function runProcess({ isFast, ...asked }: CommandLine): void {
  const simulation = startSimulator({
    ...asked,
    pace: isFast ? NO_PACE : HUMAN_PACE,
    clock: systemClock,
    timers: systemTimers,
    newId: systemNewId,
    http: fetch,
    log: standardLog,
  });
  process.once('SIGINT', () => void simulation.stop());
  process.once('SIGTERM', () => void simulation.stop());
  // The parent has gone: nobody wants these customers any more.
  process.once('disconnect', () => void simulation.stop());
}

try {
  runProcess(readCommandLine(process.argv.slice(2)));
} catch (problem) {
  process.stderr.write(`${problem instanceof Error ? problem.message : String(problem)}\n${USAGE}\n`);
  process.exitCode = 2;
}
