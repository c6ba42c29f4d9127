import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root, toolEnvironment } from '../check/tool-environment.ts';
import { startPostgres } from './postgres.ts';
import { type ChaosReport, type PlaywrightReport, type Tally, type VitestReport, nothing, oneFailed, tallyChaos, tallyPlaywright, tallyVitest, withExit } from './tally.ts';

const reports = path.join(root, '.cache/test');

/** Runs a tool of the project with its output on ours; true when it ended well. */
function runTool([tool, ...args]: readonly [string, ...string[]], environment: NodeJS.ProcessEnv = {}): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(tool, args, { cwd: root, env: { ...toolEnvironment, ...environment }, stdio: 'inherit' });
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}

/** A report of an earlier run must never be counted for this one. */
async function freshReport(name: string): Promise<string> {
  const file = path.join(reports, name);
  await mkdir(reports, { recursive: true });
  await rm(file, { force: true });
  return file;
}

async function readReport<T>(file: string): Promise<T | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as T);
}

/** A step that passes counts nothing, one that fails counts as one failed. */
const stepTally = async (what: string, command: readonly [string, ...string[]]) => ((await runTool(command)) ? nothing : oneFailed(what));

export const runCheck = () => stepTally('check', ['node', 'scripts/check.ts']);

export const runBuild = () => stepTally('build', ['npm', 'run', '--silent', 'build']);

/** `projects` of vitest.config.ts. Integration tests find a fresh PostgreSQL in BATON_TEST_POSTGRES where the machine has one. */
export async function runVitest(projects: readonly string[]): Promise<Tally> {
  const file = await freshReport('vitest.json');
  const postgres = projects.includes('integration') ? await startPostgres() : undefined;
  if (projects.includes('integration') && !postgres) console.log('No PostgreSQL on this machine: the tests that need one are skipped.');
  const chosen = projects.flatMap((project) => ['--project', project]);
  const ok = await runTool(
    ['vitest', 'run', ...chosen, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    postgres ? { BATON_TEST_POSTGRES: postgres.url } : {},
  );
  await postgres?.stop();
  const report = await readReport<VitestReport>(file);
  return withExit('vitest', report ? tallyVitest(report) : nothing, ok);
}

/** Fault schedules in simulation, and every planted bug against what once showed it. */
export async function runChaos(): Promise<Tally> {
  const file = await freshReport('chaos.json');
  const ok = await runTool(['npm', 'run', '--silent', 'chaos:quick', '--', '--json', file]);
  const report = await readReport<ChaosReport>(file);
  return withExit('chaos', report ? tallyChaos(report) : nothing, ok);
}

/** Both projects of playwright.config.ts. What the applications and browsers of a run leave behind goes with its folder. */
export async function runPlaywright(): Promise<Tally> {
  const file = await freshReport('playwright.json');
  const folder = await mkdtemp(path.join(tmpdir(), 'baton-e2e-'));
  const ok = await runTool(['playwright', 'test', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: file, TMPDIR: folder });
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  const report = await readReport<PlaywrightReport>(file);
  return withExit('playwright', report ? tallyPlaywright(report) : nothing, ok);
}
