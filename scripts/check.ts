import { runAll } from './check/run-parts.ts';

/** The house's own checks, side by side: `npm run check`. Prints a line each, and what the failing ones said. */
const failed = await runAll([
  { name: 'types', command: ['tsc', '-b'] },
  { name: 'lint', command: ['oxlint'] },
  { name: 'arrows', command: ['depcruise', 'src', 'tests', 'scripts', '--config', '.dependency-cruiser.mjs'] },
  { name: 'dead code', command: ['knip'] },
  { name: 'lock', command: ['node', 'scripts/check-lock.ts'] },
]);
process.exitCode = failed === 0 ? 0 : 1;
