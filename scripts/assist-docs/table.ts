import type { Report } from '../../src/cli/evaluate/report.ts';

/** One line of the table of measures. */
export interface Row {
  name: string;
  data: string;
  measure: string;
  value: number | undefined;
  floor?: number;
  stretch?: number;
  /** Where the curves come from, and the name of their plots. */
  report?: Report;
  plot?: string;
}

/** The rows as a Markdown table. */
export function describeTable(rows: readonly Row[]): string {
  const lines = rows.map(({ name, data, measure, value, floor, stretch }) => `| ${[name, data, measure, show(value), show(floor), show(stretch), verdict({ value, floor, stretch })].join(' | ')} |`);
  return ['| what | data | measure | measured | floor | stretch | |', '| --- | --- | --- | --- | --- | --- | --- |', ...lines].join('\n');
}

/** The plots of the rows, two beside each other. */
export function describePlots(rows: readonly Row[]): string {
  return rows.flatMap(({ plot }) => (plot ? [`![coverage ${plot}](assist/${plot}-coverage.svg) ![calibration ${plot}](assist/${plot}-calibration.svg)`] : [])).join('\n\n');
}

function show(value: number | undefined): string {
  return value === undefined ? '' : value.toFixed(4).replace(/0$/u, '');
}

function verdict({ value, floor, stretch }: { value: number | undefined; floor: number | undefined; stretch: number | undefined }): string {
  if (value === undefined || floor === undefined) return '';
  if (stretch !== undefined && value >= stretch) return 'stretch';
  return value >= floor ? 'floor' : 'missed';
}
