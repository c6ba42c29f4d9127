/** The public face of the simulator, and its process: `node src/simulator/index.ts --server http://127.0.0.1:PORT`. See README.md. */
import { readCommandLine, USAGE, type CommandLine } from './command-line.ts';
import { HUMAN_PACE, NO_PACE } from './run-goal.ts';
import { startSimulator } from './simulator.ts';
import { standardLog, systemClock, systemNewId, systemTimers } from './system-machine.ts';

export { openCustomerChannel, type CustomerChannel } from './customer-channel.ts';
export { readDemoCast, rolesFor } from './demo-cast.ts';
export type { Goal, Role } from './goal.ts';
export { GOALS } from './goals/goals.ts';
export { NO_PACE, runGoal, type Outcome } from './run-goal.ts';
export { startSimulator } from './simulator.ts';
export { startVisit } from './visit.ts';

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

/** The process: arguments in, customers until it is ended; exit code 2 with the usage when the arguments are wrong. */
export function runSimulator(args: readonly string[]): void {
  try {
    runProcess(readCommandLine(args));
  } catch (problem) {
    process.stderr.write(`${problem instanceof Error ? problem.message : String(problem)}\n${USAGE}\n`);
    process.exitCode = 2;
  }
}

if (import.meta.main) runSimulator(process.argv.slice(2));
