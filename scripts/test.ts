import { runBuild, runChaos, runCheck, runPlaywright, runVitest } from './test/steps.ts';
import { type Tally, linesOf, oneFailed, sum } from './test/tally.ts';

/**
 * `node scripts/test.ts [part ...]`: check, unit, integration, renderer, chaos, e2e; all of them when none is named. Ends with
 * what failed, by name, and one line of numbers over everything that ran.
 */
const vitestProjects = ['unit', 'integration', 'renderer'];
const parts = ['check', ...vitestProjects, 'chaos', 'e2e'];

const asked = process.argv.slice(2);
const unknown = asked.filter((part) => !parts.includes(part));
const wanted = asked.length === 0 ? parts : asked;

/** The end-to-end tests run what was built: without a build there is nothing to test. */
async function runEndToEnd(): Promise<Tally> {
  const build = await runBuild();
  return build.failures.length > 0 ? build : runPlaywright();
}

async function runWanted(): Promise<Tally> {
  const tallies: Tally[] = [];
  const projects = vitestProjects.filter((project) => wanted.includes(project));
  if (wanted.includes('check')) tallies.push(await runCheck());
  if (projects.length > 0) tallies.push(await runVitest(projects));
  if (wanted.includes('chaos')) tallies.push(await runChaos());
  if (wanted.includes('e2e')) tallies.push(await runEndToEnd());
  return sum(tallies);
}

/** What stops the run itself is a failure like any other: the line of numbers comes all the same. */
function broken(problem: unknown): Tally {
  console.error(problem);
  return oneFailed(String(problem));
}

const total = unknown.length > 0 ? oneFailed(`no such part: ${unknown.join(', ')}; there are ${parts.join(', ')}`) : await runWanted().catch(broken);
console.log(linesOf(total).join('\n'));
process.exitCode = total.failures.length === 0 ? 0 : 1;
