import { spawn } from 'node:child_process';
import { root, toolEnvironment } from './check/tool-environment.ts';
import { chooseHost } from './start/choose-host.ts';
import { findElectron } from './start/electron-binary.ts';
import { isBuildStale } from './start/staleness.ts';

/**
 * `npm start`: builds when the build is missing or stale, then opens the desk in Electron, or, where there is none, in the
 * browser host, which prints its address. Arguments after `--` go to the host: `npm start -- --login`.
 */
const build = {
  root,
  sources: ['src', 'resources', 'electron.vite.config.ts', 'package-lock.json'],
  outputs: ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html', 'out/widget/index.html'],
};

/** Runs in the foreground and hands signals on; resolves to its exit code. */
function run(tool: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(tool, args, { cwd: root, env: toolEnvironment, stdio: 'inherit' });
    const handOn = (signal: NodeJS.Signals) => child.kill(signal);
    process.on('SIGINT', handOn).on('SIGTERM', handOn);
    child.on('error', reject);
    child.on('close', (code) => {
      process.off('SIGINT', handOn).off('SIGTERM', handOn);
      resolve(code ?? 1);
    });
  });
}

async function start(passedOn: readonly string[]): Promise<number> {
  if (await isBuildStale(build)) {
    console.log('Building the desk ...');
    const failed = await run('npm', ['run', '--silent', 'build']);
    if (failed !== 0) return failed;
  }
  const host = await chooseHost({ environment: process.env, platform: process.platform, findElectron: () => findElectron(root) });
  if (host.kind === 'electron') return run(host.binary, ['.', ...passedOn]);
  console.log(`Opening in the browser: ${host.why}${host.code === null ? '' : ` (${host.code})`}.`);
  return run('node', ['src/browser-host/index.ts', '--demo', ...passedOn]);
}

process.exitCode = await start(process.argv.slice(2));
