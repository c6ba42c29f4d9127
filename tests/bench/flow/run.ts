import path from 'node:path';
import { parseArgs } from 'node:util';
import { measureScreen } from './measure-screen.ts';
import { measureSend } from './measure-send.ts';
import { startMeasured } from './measured-server.ts';

/**
 * `npm run bench:flow`: what sending costs beside a bare echo, and how long a text takes to the agent's screen (which needs a
 * build). `--only send|screen`, `--shops n`, `--pairs n`, `--profile folder`. Ends with 1 when a run is void, never for a slow machine.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    shops: { type: 'string', default: '1' },
    pairs: { type: 'string', default: '6' },
    blocks: { type: 'string', default: '3' },
    messages: { type: 'string', default: '200' },
    profile: { type: 'string' },
  },
});

async function runScreen(): Promise<void> {
  const echo = await startMeasured({ entry: path.join(import.meta.dirname, 'echo-server.ts') });
  await measureScreen({ echoPort: echo.port, messages: Number(values.messages) });
  await echo.stop();
}

if (values.only !== 'screen') {
  const { sound } = await measureSend({
    connections: 200, shops: Number(values.shops), profileFolder: values.profile, perSecond: 1_000,
    pairs: Number(values.pairs), blocks: Number(values.blocks), secondsEach: 2,
  });
  process.exitCode = sound ? 0 : 1;
}
if (values.only !== 'send') await runScreen();
