import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findChromium } from '../../electron-standin/chromium/find-chromium.ts';
import { ensureChromium } from './ensure-chromium.ts';
import { RUN_FOLDER } from './launch-desk.ts';

/** Whether npm's `electron` has its binary; asking the package itself would start a download. */
function hasElectron(): boolean {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const pathFile = join(folder, 'path.txt');
  return existsSync(pathFile) && existsSync(join(folder, 'dist', readFileSync(pathFile, 'utf8')));
}

/** Puts the stand-in in Electron's place where there is no Electron; specs don't know the difference. */
function provideElectron(): void {
  if (process.env['ELECTRON_OVERRIDE_DIST_PATH'] !== undefined || hasElectron()) return;
  process.env['ELECTRON_STANDIN_CHROMIUM'] = ensureChromium({
    find: () => findChromium(process.env),
    run: (command, args) => spawnSync(command, args, { stdio: 'inherit' }).status === 0,
    mayInstallPackages: process.getuid?.() === 0 && existsSync('/usr/bin/apt-get'),
  });
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = join(import.meta.dirname, '../../electron-standin/bin');
}

/** Prepares a run; what it returns is called when the run is over. */
// oxlint-disable-next-line import/no-default-export -- Playwright calls the default export of this file.
export default function globalSetup(): () => void {
  provideElectron();
  const folder = mkdtempSync(join(tmpdir(), 'desks-'));
  process.env[RUN_FOLDER] = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
