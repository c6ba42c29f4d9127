import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pino from 'pino';
import type { AppState } from '../shared/contracts/bridge/app-state.ts';
import { systemClock as clock } from '../main/ports/system-clock.ts';
import { systemRandom as random } from '../main/ports/system-random.ts';
import { createPhraseCheck } from '../main/sessions/index.ts';
import { startBrowserHost } from './browser-host.ts';
import { createDemoBackend } from './demo-backend.ts';
import { startDemoCustomers } from './demo-customers.ts';
import { readArguments, type HostArguments } from './options.ts';
import { announceHost, askForLogin, findRunningHost, withdrawHost } from './running-host.ts';

/** The composition root of the browser host: `node src/browser-host/index.ts [--demo] [--login] [--public-origin <origin>]`. */

const root = resolve(import.meta.dirname, '../..');
const PLATFORMS: { readonly [name: string]: AppState['platform'] | undefined } = { darwin: 'mac', win32: 'windows' };

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function fail(line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

const versionOf = (folder: string): string => (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version;
const isPortTaken = (problem: unknown): boolean => problem instanceof Error && 'code' in problem && problem.code === 'EADDRINUSE';

async function serve({ demo, publicOrigin, port, data }: HostArguments): Promise<void> {
  const log = pino({ name: 'browser-host' }, pino.destination({ dest: join(data, 'logs', 'host.log'), mkdir: true, sync: true }));
  const backend = demo ? createDemoBackend({ dataFolder: join(data, 'backend'), environment: process.env, clock, random, log }) : null;
  const withCustomers = demo && process.env['BATON_CUSTOMERS'] !== 'off';
  const host = await startBrowserHost({
    port, publicOrigin, clock, random, log,
    http: fetch,
    demo: backend,
    startCustomers: withCustomers ? startDemoCustomers : null,
    dataFolder: data,
    pageFolder: join(root, 'out/renderer'),
    checkPhrases: createPhraseCheck(join(root, 'resources/lexicons/guard.json')),
    version: versionOf(root),
    platform: PLATFORMS[process.platform] ?? 'linux',
    language: Intl.DateTimeFormat().resolvedOptions().locale.startsWith('zh') ? 'zh' : 'en',
  });
  const file = join(data, 'host.json');
  announceHost(file, { port: host.port, secret: host.controlSecret });
  const stop = async () => {
    withdrawHost(file);
    backend?.stop();
    await host.close();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop()).on('SIGTERM', () => void stop());
  say(`Baton is open at ${host.newLogin()}`);
  // Warm when the person comes to sign in.
  await backend?.locate();
  const chatPage = host.chatPage();
  if (chatPage !== null) say(`To write as a customer of the demo shop, open ${chatPage}`);
  if (withCustomers) say('In the demo shop a customer comes every 20 seconds, at most eight at a time; BATON_CUSTOMERS=off keeps them away, Ctrl C ends everything.');
}

async function start(): Promise<void> {
  const read = readArguments(process.argv.slice(2), process.env['BATON_HOST_DATA'] ?? join(root, '.baton'));
  if (read.kind === 'wrong') fail(read.why);
  const { options } = read;
  const running = await findRunningHost(join(options.data, 'host.json'));
  if (!running) return serve(options);
  if (!options.login) fail(`Baton is already open on port ${running.port}; add --login for a new address, which ends the session it has.`);
  const address = await askForLogin(running);
  say(address === null ? fail('The running host refuses a new login address.') : `Baton is open at ${address}`);
}

try {
  await start();
} catch (problem) {
  fail(isPortTaken(problem) ? 'PORT_IN_USE: the port is taken by another program; choose another with --port.' : String(problem));
}
