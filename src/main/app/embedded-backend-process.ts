import { utilityProcess } from 'electron';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Random } from '../ports/random.ts';
import { SupervisedServer } from '../sessions/index.ts';

type Deps = {
  /** The bundled entry. */
  readonly entry: string;
  readonly dataFolder: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
};

/** The demo backend in a process of its own: what it does never delays a key stroke. It ends with its parent. */
export function createEmbeddedBackend({ entry, dataFolder, environment, ...deps }: Deps): SupervisedServer {
  return new SupervisedServer({
    ...deps,
    start: ({ onMessage, onExit }, port) => {
      const env = { BATON_LOG: 'warn', ...environment, PORT: String(port), BATON_DATA: dataFolder, BATON_DEMO: '1' };
      const child = utilityProcess.fork(entry, [], { env, serviceName: 'baton-backend', stdio: 'inherit' });
      child.on('message', onMessage);
      child.on('exit', onExit);
      return { kill: () => void child.kill() };
    },
  });
}
