#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// The command line is TypeScript that Node runs by stripping types. A Node that cannot is replaced by the project's own.
const main = new URL('../src/cli/main.ts', import.meta.url);
const ownNode = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url));

if (process.features.typescript) {
  await import(main.href);
} else if (existsSync(ownNode)) {
  const child = spawnSync(ownNode, [fileURLToPath(main), ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exitCode = child.status ?? 1;
} else {
  process.stderr.write('baton: this Node cannot run TypeScript and the project has none of its own; run "npm ci" first\n');
  process.exitCode = 2;
}
