import type { CoveragePoint, ReliabilityBin } from './class-measures.ts';

/** What one evaluation found: named numbers, and the curves where there are some. */
export interface Report {
  task: string;
  items: number;
  measures: Record<string, number>;
  coverage?: CoveragePoint[];
  reliability?: ReliabilityBin[];
}

/** The report for people: numbers, then the curves as bars. */
export function describeReport(report: Report): string {
  const lines = [`task ${report.task}, ${report.items} items`];
  for (const [name, value] of Object.entries(report.measures)) lines.push(`  ${name.padEnd(24)} ${formatNumber(value)}`);
  if (report.coverage) lines.push('coverage -> accuracy of the surest', ...report.coverage.map(describeCoverage));
  if (report.reliability) lines.push('confidence -> share right (| = confidence)', ...report.reliability.filter((bin) => bin.count > 0).map(describeBin));
  return `${lines.join('\n')}\n`;
}

function describeCoverage({ coverage, accuracy }: CoveragePoint): string {
  return `  ${percent(coverage)} ${percent(accuracy)} ${'#'.repeat(Math.round(accuracy * 40))}`;
}

function describeBin({ from, to, count, confidence, accuracy }: ReliabilityBin): string {
  const bar = '#'.repeat(Math.round(accuracy * 40)).padEnd(40).split('');
  bar[Math.min(39, Math.round(confidence * 40))] = '|';
  return `  ${from.toFixed(1)}-${to.toFixed(1)} ${percent(accuracy)} ${bar.join('')} ${count}`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1).padStart(5)} %`;
}

function formatNumber(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(4);
}
