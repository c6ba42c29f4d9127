import { errorCodes, type ErrorCode } from '../../../src/shared/contracts/errors.ts';
import { showInterval } from '../../bench/flow/median-interval.ts';
import { table } from '../../bench/flow/table.ts';
import { showLoad } from '../../bench/flow/watch-load.ts';
import type { AttackName } from './attackers.ts';
import type { AttackFigures } from './measure-attack.ts';
import type { Tally } from './tally.ts';

export type HostileReport = { readonly attacks: readonly AttackFigures[]; /** Lines of the backend's error log. */ readonly complaints: readonly string[] };

const BUDGET = 1.2;
/** What an attack may leave behind in the heap. */
const HEAP_BYTES = 32 * 1_048_576;

const megabytes = (bytes: number): string => (bytes / 1_048_576).toFixed(0);
const known = new Set<string>(['accepted', ...errorCodes]);

/** Answers that no attacker should get: none of the catalogue, or a bug's. */
const wrongAnswers = ({ tally }: AttackFigures): readonly string[] => Object.keys(tally.answers).filter((code) => !known.has(code) || code === 'INTERNAL');

const isAnswered = (code: ErrorCode) => ({ answers }: Tally): boolean => answers[code] !== undefined;

/** The limit that an attack has to have met, else it was none, and what is said where it didn't. */
const LIMITS_TO_MEET: { readonly [N in AttackName]?: { readonly isMet: (tally: Tally) => boolean; readonly missed: string } } = {
  flood: { isMet: isAnswered('RATE_LIMITED'), missed: 'the flood was let in' },
  'slow readers': { isMet: isAnswered('RATE_LIMITED'), missed: 'all was kept in hand for who does not read' },
  joins: { isMet: isAnswered('TOO_LARGE'), missed: 'the most open conversations were not reached' },
  visitors: { isMet: isAnswered('RATE_LIMITED'), missed: 'pages were let say all they wanted' },
};

const missedLimit = ({ attack, tally }: AttackFigures): readonly string[] => {
  const limit = LIMITS_TO_MEET[attack];
  return limit && !limit.isMet(tally) ? [limit.missed] : [];
};

function verdict(figures: AttackFigures): string {
  const found = [
    ...wrongAnswers(figures),
    ...missedLimit(figures),
    ...(figures.tally.unanswered > 0 ? [`${figures.tally.unanswered} unanswered`] : []),
    ...(figures.heapGrowthBytes > HEAP_BYTES ? ['heap grows'] : []),
  ];
  if (found.length > 0) return `BROKEN: ${found.join(', ')}`;
  if (figures.ratio.high <= BUDGET) return 'held';
  return figures.ratio.low > BUDGET ? 'others slowed' : 'undecided';
}

const row = (figures: AttackFigures): readonly string[] => [
  figures.attack, `${figures.tally.sent}`, `${figures.tally.ended}`, figures.calmP99.toFixed(1), figures.attackedP99.toFixed(1), showInterval(figures.ratio),
  figures.microsPerAttack.toFixed(0), megabytes(figures.heapGrowthBytes), megabytes(figures.residentPeakBytes), verdict(figures),
];

const answers = ({ attack, tally }: AttackFigures): string =>
  `${attack}: ${Object.entries(tally.answers).toSorted(([, a], [, b]) => b - a).map(([code, count]) => `${code} ${count}`).join(', ') || 'no answer was asked for'}`;

const loads = ({ attack, honestLoad }: AttackFigures): string => `${attack}, the honest load of a stretch: calm ${showLoad(honestLoad.calm)}; attacked ${showLoad(honestLoad.attacked)}`;

/** Whether nothing broke; that others were slowed is told, not judged: the machine has a say in it. */
export const isUnbroken = ({ attacks, complaints }: HostileReport): boolean => complaints.length === 0 && attacks.every((figures) => !verdict(figures).startsWith('BROKEN'));

export function describeHostile(report: HostileReport): string {
  const head = ['attack', 'sent', 'lines ended', 'calm p99 ms', 'attacked p99 ms', 'ratio', 'us of server CPU each', 'heap MB more', 'resident MB', 'verdict'];
  const complaints = report.complaints.length === 0 ? 'error log: empty' : `error log: ${report.complaints.length} lines, the first: ${report.complaints[0]?.slice(0, 400) ?? ''}`;
  return [table(head, report.attacks.map(row)), '', ...report.attacks.map(answers), '', ...report.attacks.map(loads), '', `hostile: ${complaints}; ${isUnbroken(report) ? 'nothing broke' : 'SOMETHING BROKE'}`].join('\n');
}
