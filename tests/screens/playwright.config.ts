import { defineConfig } from '@playwright/test';

/** Takes the pictures of docs/screens from the built application; no part of the tests. */
export default defineConfig({
  globalSetup: '../e2e/setup/global-setup.ts',
  outputDir: '../../test-results/screens',
  testDir: '.',
  workers: 1,
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
});
