import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { homedir } from 'node:os';

/** Variables that may name the executable, the most deliberate first. */
const VARIABLES = ['ELECTRON_STANDIN_CHROMIUM', 'PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH', 'CHROME_PATH', 'CHROME_BIN'];
const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const IN_PLAYWRIGHT_CACHE = ['chrome-linux64/chrome', 'chrome-linux/chrome'];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function listPlaywrightCache(env: NodeJS.ProcessEnv): string[] {
  const cache = env['PLAYWRIGHT_BROWSERS_PATH'] ?? join(env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'ms-playwright');
  try {
    const browsers = readdirSync(cache).filter((name) => /^chromium-\d+$/.test(name));
    return browsers.flatMap((browser) => IN_PLAYWRIGHT_CACHE.map((executable) => join(cache, browser, executable)));
  } catch {
    return [];
  }
}

/** Finds a Chromium: a variable that names one, then the PATH, then Playwright's own downloads. */
export function findChromium(env: NodeJS.ProcessEnv): string | undefined {
  const named = VARIABLES.map((variable) => env[variable]).filter((path) => path !== undefined);
  const onPath = (env['PATH'] ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...named, ...onPath, ...listPlaywrightCache(env)].find(isExecutable);
}
