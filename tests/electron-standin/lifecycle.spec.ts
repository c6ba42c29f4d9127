import { execFile, execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import { FIXTURE, heard, launchFixture, test } from './standin.fixture.ts';

const run = promisify(execFile);

/** The processes whose command line names the profile of that main process. */
function chromiumsOf(pid: number): string[] {
  const lines = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).split('\n');
  return lines.filter((line) => line.includes(join(tmpdir(), 'electron-standin', `${pid}-`)));
}

function profilesOf(pid: number): string[] {
  return readdirSync(join(tmpdir(), 'electron-standin')).filter((name) => name.startsWith(`${pid}-`));
}

test('the application is told what it is and where', async ({ desk }) => {
  const facts = await desk.app.evaluate(({ app }) => ({
    name: app.getName(), version: app.getVersion(), isPackaged: app.isPackaged, isReady: app.isReady(), userData: app.getPath('userData'),
    type: process.type, electron: process.versions.electron.split('.').length, argv: process.argv.length,
  }));
  expect(facts).toEqual({
    name: 'Stand-in Fixture', version: '1.2.3', isPackaged: false, isReady: true, userData: desk.userDataDir,
    type: 'browser', electron: 3, argv: 3,
  });
});

test('a language given on the command line is the page’s and the application’s', async ({ launch }) => {
  const desk = await launch({ args: ['--lang=zh-CN'] });
  expect(await desk.app.evaluate(({ app }) => app.getLocale())).toBe('zh-CN');
  expect(await desk.page.evaluate(() => navigator.language)).toBe('zh-CN');
});

test('closing in good order fires the events in order and leaves nothing', async () => {
  const desk = await launchFixture();
  const pid = desk.app.process().pid ?? 0;
  expect(chromiumsOf(pid).length).toBeGreaterThan(0);
  const events = desk.app.evaluate(({ app }) => new Promise((resolve) => app.once('will-quit', (event) => {
    event.preventDefault();
    resolve([...globalThis.heard]);
  })) );
  await desk.app.evaluate(({ app }) => app.quit());
  expect(await events).toEqual(['before-quit', 'will-quit']);
  await desk.app.close();
  expect(chromiumsOf(pid)).toEqual([]);
  expect(profilesOf(pid)).toEqual([]);
});

test('closing the last page ends an application that wishes so', async () => {
  const desk = await launchFixture();
  const closed = desk.app.waitForEvent('close');
  const main = desk.app.process();
  await desk.page.close();
  await closed;
  expect(main.exitCode).toBe(0);
});

test('a window may refuse to close, and to let the application quit', async ({ desk }) => {
  const outcome = await desk.app.evaluate(({ app, BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    window?.once('close', (event) => event.preventDefault());
    app.quit();
    return [window?.isDestroyed(), globalThis.heard];
  });
  expect(outcome).toEqual([false, ['before-quit']]);
  await expect(desk.page.getByRole('heading')).toHaveText('Ready');
});

test('a killed main process takes its Chromium and utility processes along, and the next launch sweeps', async ({ launch }) => {
  const desk = await launchFixture();
  const pid = desk.app.process().pid ?? 0;
  const child = await desk.app.evaluate(() => new Promise<number>((resolve) => {
    const utility = globalThis.forkUtility();
    utility.once('message', () => resolve(utility.pid ?? 0));
  }));
  await desk.kill();
  await expect.poll(() => chromiumsOf(pid)).toEqual([]);
  await expect.poll(() => existsSync(`/proc/${child}`)).toBe(false);
  const next = await launch({ userDataDir: desk.userDataDir });
  expect(await next.app.evaluate(({ app }) => app.hasSingleInstanceLock())).toBe(true);
  expect(profilesOf(pid)).toEqual([]);
});

test('a second instance tells the first and ends', async ({ desk }) => {
  // As a person would, and not through Playwright: an application that ends while it connects is an unhandled rejection there.
  const ended = run(join(import.meta.dirname, 'bin/electron'), [FIXTURE, `--user-data-dir=${desk.userDataDir}`, 'baton://conversation/7']);
  await expect(ended).resolves.toEqual({ stdout: '', stderr: '' });
  await expect.poll(() => heard(desk)).toContain('second baton://conversation/7 fixture');
});

test('two applications run side by side', async ({ desk, launch }) => {
  const other = await launch();
  await other.page.evaluate(() => window.fixture.say('from the other'));
  await expect(other.page.locator('output')).toHaveText('heard from the other');
  expect(await heard(desk)).toEqual([]);
});

test('a crashed renderer is told of and can be loaded again', async ({ desk }) => {
  const crashed = desk.page.waitForEvent('crash');
  await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
  await crashed;
  await expect.poll(() => heard(desk)).toContain('gone crashed');
  // Playwright gives up a page that crashed, with Electron too; the main process still reaches it.
  const answer = (): Promise<unknown> => desk.app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    return contents?.executeJavaScript('window.fixture?.invoke("echo", "alive")');
  });
  await expect.poll(answer).toBe('alive');
});

test('a crashed window can be replaced by another', async ({ desk }) => {
  const opened = desk.app.waitForEvent('window');
  await desk.app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    window?.webContents.removeAllListeners('render-process-gone');
    window?.webContents.once('render-process-gone', () => {
      globalThis.createWindow();
      window.destroy();
    });
    window?.webContents.forcefullyCrashRenderer();
  });
  await expect((await opened).getByRole('heading')).toHaveText('Ready');
});
