import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { startEcho } from './house-server.ts';
import { measureCrowd } from './measure-crowd.ts';
import { measureHeap } from './measure-heap.ts';
import { describeOutage, measureNodes } from './measure-nodes.ts';
import { measureRelay } from './measure-relay.ts';
import { measureScreen } from './measure-screen.ts';
import { measureSend } from './measure-send.ts';
import { measureStorm } from './measure-storm.ts';
import { describeFigure, type PairedFigure } from './paired-figure.ts';

/**
 * `npm run bench:flow`: what sending costs beside a bare echo, the way to the other desk, heap, storms, crowds, two nodes (where
 * there are PostgreSQL and Redis), and how long a text takes to the agent's screen (which needs a build).
 * `--only send|relay|heap|storm|crowd|nodes|screen`, `--json file`; of send
 * `--shops n`, `--pairs n`, `--blocks n`; `--rounds n` of the others, `--sockets n` of the storm, `--messages n` to the screen;
 * `--profile folder` of send and storm. Ends with 1 when a run is void, never for a slow machine.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    shops: { type: 'string', default: '1' },
    pairs: { type: 'string', default: '3' },
    blocks: { type: 'string', default: '7' },
    rounds: { type: 'string', default: '9' },
    sockets: { type: 'string', default: '5000' },
    messages: { type: 'string', default: '200' },
    profile: { type: 'string' },
    json: { type: 'string' },
  },
});

const rounds = Number(values.rounds);
const results: { [name: string]: unknown } = {};
let isVoid = false;

async function runSend(): Promise<void> {
  const figures = await measureSend({
    connections: 200, shops: Number(values.shops), profileFolder: values.profile, perSecond: 1_000,
    pairs: Number(values.pairs), blocks: Number(values.blocks), secondsEach: 2,
  });
  results['send'] = figures;
  isVoid ||= !figures.sound;
}

async function runPaired(name: string, measure: () => Promise<PairedFigure>): Promise<void> {
  const figure = await measure();
  console.log(describeFigure(figure));
  results[name] = figure;
  isVoid ||= figure.verdict === 'void';
}

async function runScreen(): Promise<void> {
  const echo = await startEcho();
  results['screen'] = await measureScreen({ echoPort: echo.port, messages: Number(values.messages) });
  await echo.stop();
}

async function runNodes(): Promise<void> {
  const figures = await measureNodes({ rounds, seconds: 3 });
  if (!figures) return console.log('nodes: this machine has no PostgreSQL, or no Redis');
  console.log(describeFigure(figures.figure));
  console.log(describeOutage(figures.outage));
  results['nodes'] = figures;
  isVoid ||= figures.figure.verdict === 'void';
}

const PARTS: { readonly [name: string]: () => Promise<void> } = {
  send: runSend,
  relay: () => runPaired('relay', () => measureRelay({ rounds, seconds: 2 })),
  heap: () => runPaired('heap', () => measureHeap({ connections: 500, rounds })),
  storm: () => runPaired('storm', () => measureStorm({ sockets: Number(values.sockets), rounds, profileFolder: values.profile })),
  crowd: () => runPaired('crowd', () => measureCrowd({ rounds, seconds: 4 })),
  nodes: runNodes,
  screen: runScreen,
};

for (const [name, run] of Object.entries(PARTS)) if (values.only === undefined || values.only === name) await run();
if (values.json !== undefined) await writeFile(values.json, JSON.stringify(results, null, 2));
process.exitCode = isVoid ? 1 : 0;
