import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { findChromium } from '../../electron-standin/chromium/find-chromium.ts';
import { ensureChromium } from './ensure-chromium.ts';

/** Whether npm's `electron` has its binary; asking the package itself would start a download. */
function hasElectron(): boolean {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const pathFile = join(folder, 'path.txt');
  return existsSync(pathFile) && existsSync(join(folder, 'dist', readFileSync(pathFile, 'utf8')));
}

/** Puts the stand-in in Electron's place where there is no Electron; specs don't know the difference. */
// oxlint-disable-next-line import/no-default-export -- Playwright calls the default export of this file.
export default function globalSetup(): void {
  if (process.env['ELECTRON_OVERRIDE_DIST_PATH'] !== undefined || hasElectron()) return;
  process.env['ELECTRON_STANDIN_CHROMIUM'] = ensureChromium({
    find: () => findChromium(process.env),
    run: (command, args) => spawnSync(command, args, { stdio: 'inherit' }).status === 0,
    mayInstallPackages: process.getuid?.() === 0 && existsSync('/usr/bin/apt-get'),
  });
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = join(import.meta.dirname, '../../electron-standin/bin');
}
