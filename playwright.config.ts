import { defineConfig } from '@playwright/test';

/** `standin` proves the Electron stand-in; `e2e` drives the built application, on Electron or on the stand-in. */
export default defineConfig({
  globalSetup: './tests/e2e/setup/global-setup.ts',
  outputDir: 'test-results',
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  workers: 2,
  // For machines that do other things too: what is waited for comes in moments.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  projects: [
    { name: 'standin', testDir: 'tests/electron-standin' },
    { name: 'e2e', testDir: 'tests/e2e' },
  ],
});
