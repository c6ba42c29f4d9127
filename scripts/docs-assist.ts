import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { evaluate, writeLines } from './assist-docs/baton.ts';
import { plotCoverage, plotReliability } from './assist-docs/plots.ts';
import { hasPublicData, measurePublicData } from './assist-docs/public-data.ts';
import { describePlots, describeTable, type Row } from './assist-docs/table.ts';
import { readSeedSets } from './seed-models.ts';

const page = new URL('../docs/assist.md', import.meta.url);

// Measures the shipped seed models and, where it is there, the public data; rewrites the tables and plots of docs/assist.md.
const work = mkdtempSync(join(tmpdir(), 'baton-docs-'));
try {
  const seed = measureSeedModels();
  replaceSection('seed', `${describeTable(seed)}\n\n${describePlots(seed)}`);
  savePlots(seed);
  if (hasPublicData()) {
    const rows = measurePublicData(work);
    replaceSection('public', `${describeTable(rows)}\n\n${describePlots(rows)}`);
    savePlots(rows);
  } else {
    process.stdout.write('../shared/data is not there: the table of public data stays as it is\n');
  }
} finally {
  rmSync(work, { recursive: true });
}

function measureSeedModels(): Row[] {
  return Object.entries(readSeedSets()).flatMap(([name, { heldOut }]): Row[] => {
    const model = fileURLToPath(new URL(`../resources/models/${name}`, import.meta.url));
    const report = evaluate(work, '--task', 'classify', '--model', model, '--data', writeLines(join(work, `${name}.jsonl`), heldOut));
    return ['accuracy', 'macro-F1', 'ECE', 'abstained share', 'accuracy of the kept'].map((measure, at): Row => ({
      name: `seed ${name}, ${heldOut.length} held out`, data: 'seed text', measure, value: report.measures[measure], ...(at === 0 ? { report, plot: `seed-${name}` } : {}),
    }));
  });
}

function savePlots(rows: readonly Row[]): void {
  for (const { plot, report, name } of rows) {
    if (!plot || !report?.coverage || !report.reliability) continue;
    const folder = new URL('../docs/assist/', import.meta.url);
    writeFileSync(new URL(`${plot}-coverage.svg`, folder), plotCoverage(name, report.coverage));
    writeFileSync(new URL(`${plot}-calibration.svg`, folder), plotReliability(name, report.reliability));
  }
}

function replaceSection(name: string, body: string): void {
  const text = readFileSync(page, 'utf8');
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/assist.md has no section "${name}"`);
  writeFileSync(page, `${text.slice(0, from + start.length)}\n${body}\n${text.slice(to)}`);
}
