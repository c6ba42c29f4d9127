import { expect, test } from '@playwright/test';
import { findChromium } from './chromium/find-chromium.ts';
import { ensureChromium } from '../e2e/setup/ensure-chromium.ts';

/** A machine on which the named commands succeed, and Chromium is there once `bringsIt` has run. */
function machine(options: { succeeding: readonly string[]; bringsIt: string; mayInstallPackages: boolean }) {
  const ran: string[] = [];
  return {
    ran,
    mayInstallPackages: options.mayInstallPackages,
    find: () => (options.bringsIt === '' || ran.includes(options.bringsIt) ? '/usr/bin/chromium' : undefined),
    run: (command: string, args: readonly string[]) => {
      const name = `${command} ${args.find((arg) => !arg.startsWith('-'))}`;
      if (options.succeeding.includes(name)) ran.push(name);
      return options.succeeding.includes(name);
    },
  };
}

test('a Chromium that is there is used as it is', () => {
  const given = machine({ succeeding: [], bringsIt: '', mayInstallPackages: true });
  expect(ensureChromium(given)).toBe('/usr/bin/chromium');
  expect(given.ran).toEqual([]);
});

test('Playwright’s own is installed first, the system’s package only where allowed', () => {
  expect(ensureChromium(machine({ succeeding: ['npx playwright'], bringsIt: 'npx playwright', mayInstallPackages: false }))).toBe('/usr/bin/chromium');
  const succeeding = ['apt-get update', 'apt-get install'];
  expect(ensureChromium(machine({ succeeding, bringsIt: 'apt-get install', mayInstallPackages: true }))).toBe('/usr/bin/chromium');
  expect(() => ensureChromium(machine({ succeeding, bringsIt: 'apt-get install', mayInstallPackages: false }))).toThrow('No Chromium');
});

test('a variable names the executable before the PATH does', () => {
  expect(findChromium({ CHROME_PATH: process.execPath, PATH: '/usr/bin' })).toBe(process.execPath);
  expect(findChromium({ CHROME_PATH: '/nowhere', PATH: '/nowhere', PLAYWRIGHT_BROWSERS_PATH: '/nowhere' })).toBeUndefined();
});
