import { spawnSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { root, toolEnvironment } from './check/tool-environment.ts';

/** Builds the application and takes the pictures of docs/screens from it: `node scripts/screens.ts`. */

function run(tool: string, args: readonly string[]): void {
  const { status } = spawnSync(tool, args, { cwd: root, env: toolEnvironment, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

await mkdir(path.join(root, 'docs/screens'), { recursive: true });
run('npm', ['run', 'build']);
run('playwright', ['test', '--config', 'tests/screens/playwright.config.ts']);
