import { test as base, expect } from '@playwright/test';
import { launchDesk, type Desk, type LaunchOptions } from '../e2e/setup/launch-desk.ts';

/** The address of the stand-in's own small application. */
export const FIXTURE = 'tests/electron-standin/fixture';

interface FixtureGlobals {
  /** What the application has noticed, in order. */
  heard: string[];
  createWindow(options?: object): Electron.BrowserWindow;
  forkUtility(): Electron.UtilityProcess;
}

declare global {
  var heard: FixtureGlobals['heard'];
  var createWindow: FixtureGlobals['createWindow'];
  var forkUtility: FixtureGlobals['forkUtility'];
  interface Window {
    fixture: {
      invoke(channel: string, value?: unknown): Promise<unknown>;
      say(text: string): void;
      onAnswer(listener: (text: string) => void): () => void;
      fail(): void;
      requireFs(): void;
      sandboxed: boolean;
      nested: { list: [number, { two: number }] };
    };
    violations: string[];
  }
}

/** Starts the stand-in's own application. */
export async function launchFixture(options: LaunchOptions = {}): Promise<Desk> {
  const desk = await launchDesk({ application: FIXTURE, ...options });
  await expect(desk.page.getByRole('heading')).toHaveText('Ready');
  return desk;
}

/** A test with one running application, closed at its end; `launch` starts more of them. */
export const test = base.extend<{ desk: Desk; launch: typeof launchFixture }>({
  desk: async ({ launch }, use) => use(await launch()),
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures needed from the pattern: none.
  launch: async ({}, use) => {
    const desks: Desk[] = [];
    await use(async (options) => {
      const desk = await launchFixture(options);
      desks.push(desk);
      return desk;
    });
    await Promise.all(desks.map((desk) => desk.app.close()));
  },
});

/** What the application has noticed so far. */
export function heard(desk: Desk): Promise<string[]> {
  return desk.app.evaluate(() => globalThis.heard);
}
