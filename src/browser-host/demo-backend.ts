import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Clock } from '../main/ports/clock.ts';
import type { Log } from '../main/ports/log.ts';
import type { Random } from '../main/ports/random.ts';
import { SupervisedServer } from '../main/sessions/index.ts';

type Deps = { readonly dataFolder: string; readonly environment: NodeJS.ProcessEnv; readonly clock: Clock; readonly random: Random; readonly log: Log };

/** The demo backend as a child process, from its source. It ends when this process does: the channel between them closes. */
export function createDemoBackend({ dataFolder, environment, ...deps }: Deps): SupervisedServer {
  return new SupervisedServer({
    ...deps,
    start: ({ onMessage, onExit }, port) => {
      const env = { BATON_LOG: 'warn', ...environment, PORT: String(port), BATON_DATA: dataFolder, BATON_DEMO: '1' };
      const child = fork(join(import.meta.dirname, '../backend/server.ts'), [], { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
      child.on('message', onMessage);
      child.on('exit', onExit);
      return { kill: () => void child.kill() };
    },
  });
}
