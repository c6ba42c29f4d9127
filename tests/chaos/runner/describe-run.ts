import type { Control } from '../controls/socket-io-control.ts';
import type { RuleName, Violation } from '../history/history.ts';
import { isKilled, type Verdict } from '../planted/kill-planted.ts';
import type { RunTally } from './play-in-parts.ts';

export type Report = { readonly seed: string; readonly operations: number; readonly faults: number; readonly simulation: RunTally; readonly control: Control | null; readonly planted: readonly Verdict[] | null };

/** Each broken rule as the tables call it. */
const EVERYWHERE: { readonly [R in Exclude<RuleName, SimulatedRule>]: string } = {
  lost: 'lost', doubled: 'doubled', 'sender-order': 'reordered', 'draft-lost': 'drafts lost', 'stale-act': 'stale acts executed', 'not-as-asked': 'done otherwise than asked, or asked by nobody', 'undone-yet-there': 'refused or dropped, yet done',
  'view-is-prefix': 'screens that were never so', 'view-went-back': 'screens that went back', 'staff-only': "staff's words at a customer", 'deleted-stays-deleted': 'deleted that came back',
  'replicas-converge': 'copies that differ in the end', 'log-dense': 'holes in a log', trouble: 'errors nobody caught, runs that never came to rest',
};

/** Those that need to know when each frame came, which only the simulation does. */
type SimulatedRule = 'served-unduly' | 'late';
const SIMULATED: { readonly [R in SimulatedRule]: string } = { 'served-unduly': 'served who may not be', late: 'later than a fair line may be' };

/** How often each rule was broken, a line each. */
function tableOf(names: { readonly [rule: string]: string }, violations: readonly Violation[]): string[] {
  return Object.entries(names).map(([name, what]) => line(what, violations.filter(({ rule }) => rule === name).length));
}

/** As `tableOf`, of the rules that hold over real processes too. */
export const tableOfEverywhere = (violations: readonly Violation[]): string[] => tableOf(EVERYWHERE, violations);

/** One line of a table. */
export const line = (what: string, value: string | number): string => `${what.padEnd(54)} ${value}`;

function describeSimulation({ seed, simulation }: Report): string[] {
  const { schedules, tried, operations, events, views, playedTwice, milliseconds, faults, failing } = simulation;
  return [
    `simulation, seed ${seed}: ${schedules} schedules, ${tried} acts tried, ${operations} sent, ${events} events, ${views} screens checked, ${Math.round(milliseconds / 1000)} s`,
    `played twice and equal byte for byte: ${playedTwice}; faults tried: ${Object.entries(faults).map(([kind, times]) => `${kind} ${times}`).join(', ')}`,
    ...tableOf({ ...EVERYWHERE, ...SIMULATED }, failing.flatMap(({ violations }) => violations)),
  ];
}

const describeFailing = ({ simulation }: Report): string[] =>
  simulation.failing.flatMap(({ seed, violations, smallest }) => [
    `FAILED ${seed}: ${violations.slice(0, 3).map(({ rule, what }) => `${rule}: ${what}`).join('; ')}`,
    ...smallest.steps.map((step) => `  ${JSON.stringify(step)}`),
  ]);

function describeControl({ control }: Report): string[] {
  if (!control) return [];
  const share = (lost: number): string => `${lost} of ${control.sent} (${((100 * lost) / control.sent).toFixed(1)} %)`;
  return [`control: a default Socket.IO pair, ${control.cuts} resets`, line('lost from client to server', share(control.lost)), line('lost from server to client', share(control.lostDown))];
}

function describePlanted({ planted }: Report): string[] {
  if (!planted) return [];
  const fateOf = (verdict: Verdict): string => verdict.problem ?? `${isKilled(verdict) ? 'found' : 'SURVIVED'} after ${verdict.schedules}: ${verdict.foundBy.join(', ')}`;
  const lines = planted.map((verdict) => line(`  ${verdict.name} (${verdict.breaks})`, fateOf(verdict)));
  return [`planted bugs found: ${planted.filter(isKilled).length} of ${planted.length}`, ...lines];
}

/** The report as a short table. */
export const describeRun = (report: Report): string => [...describeSimulation(report), ...describeFailing(report), ...describeControl(report), ...describePlanted(report)].join('\n');
