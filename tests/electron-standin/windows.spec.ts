import { expect } from '@playwright/test';
import { test } from './standin.fixture.ts';

test('a window has a place, a title and states', async ({ desk }) => {
  expect(await desk.page.evaluate(() => innerWidth)).toBe(1000);
  const states = await desk.app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    if (window === undefined) throw new Error('no window');
    const events: string[] = [];
    for (const name of ['minimize', 'blur', 'restore', 'focus', 'hide', 'show', 'resize', 'maximize'] as const) {
      window.on(name as 'show', () => events.push(name));
    }
    window.minimize();
    window.restore();
    window.hide();
    const hidden = window.isVisible();
    window.show();
    window.setBounds({ width: 640, height: 480 });
    window.maximize();
    return { events, hidden, isFocused: window.isFocused(), isMaximized: window.isMaximized(), title: window.getTitle(), bounds: window.getBounds() };
  });
  expect(states).toEqual({
    events: ['minimize', 'blur', 'restore', 'focus', 'hide', 'blur', 'show', 'focus', 'resize', 'maximize'],
    hidden: false, isFocused: true, isMaximized: true, title: 'Fixture', bounds: { x: 0, y: 0, width: 640, height: 480 },
  });
  await expect.poll(() => desk.page.evaluate(() => innerWidth)).toBe(640);
});

test('Playwright finds the window of a page', async ({ desk }) => {
  const window = await desk.app.browserWindow(desk.page);
  expect(await window.evaluate((found) => found.webContents.getURL())).toBe('app://desk/index.html');
});

test('the title follows the page', async ({ desk }) => {
  await desk.page.evaluate(() => void (document.title = '3 会话'));
  await expect.poll(() => desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())).toBe('3 会话');
});

test('the focus moves between windows and can leave the application', async ({ desk }) => {
  const focused = await desk.app.evaluate(({ app, BrowserWindow }) => {
    const moves: string[] = [];
    app.on('browser-window-focus', (_event, window) => moves.push(`focus ${window.id}`));
    app.on('browser-window-blur', (_event, window) => moves.push(`blur ${window.id}`));
    const [first] = BrowserWindow.getAllWindows();
    const second = globalThis.createWindow({ show: true });
    first?.focus();
    globalThis.electronStandin?.leave();
    const none = BrowserWindow.getFocusedWindow();
    second.destroy();
    return { moves, none };
  });
  expect(focused).toEqual({ moves: ['blur 1', 'focus 2', 'blur 2', 'focus 1', 'blur 1'], none: null });
});

test('what is destroyed throws when used', async ({ desk }) => {
  const thrown = await desk.app.evaluate(() => {
    const window = globalThis.createWindow({ show: true });
    const { webContents } = window;
    window.destroy();
    try {
      webContents.send('late');
      return 'nothing';
    } catch (error) {
      return `${String(error)} ${webContents.isDestroyed()}`;
    }
  });
  expect(thrown).toBe('TypeError: Object has been destroyed true');
});

test('the colour scheme follows the application and the system', async ({ desk }) => {
  const color = () => desk.page.locator('h1').evaluate((heading) => getComputedStyle(heading).color);
  expect(await color()).toBe('rgb(1, 2, 3)');
  await desk.app.evaluate(({ nativeTheme }) => void (nativeTheme.themeSource = 'dark'));
  await expect.poll(color).toBe('rgb(4, 5, 6)');
  await desk.page.reload();
  await expect.poll(color).toBe('rgb(4, 5, 6)');
  await desk.app.evaluate(({ nativeTheme }) => void (nativeTheme.themeSource = 'system'));
  await expect.poll(color).toBe('rgb(1, 2, 3)');
  const updated = desk.app.evaluate(({ nativeTheme }) => new Promise((resolve) => nativeTheme.once('updated', () => resolve(nativeTheme.shouldUseDarkColors))));
  await desk.app.evaluate(() => globalThis.electronStandin?.setSystemTheme('dark'));
  expect(await updated).toBe(true);
  await expect.poll(color).toBe('rgb(4, 5, 6)');
});

test('pictures can be taken by the main process and by the test', async ({ desk }) => {
  const size = await desk.app.evaluate(async ({ BrowserWindow }) => (await BrowserWindow.getAllWindows()[0]?.capturePage())?.getSize());
  expect(size).toEqual({ width: 1000, height: 700 });
  expect((await desk.page.screenshot()).readUInt32BE(16)).toBe(1000);
});

test('only a sandboxed, isolated page without Node can be opened', async ({ desk }) => {
  const refusals = await desk.app.evaluate(({ BrowserWindow }) => {
    const attempts: Electron.BrowserWindowConstructorOptions[] = [
      { webPreferences: { sandbox: false } },
      { webPreferences: { nodeIntegration: true } },
      { webPreferences: { contextIsolation: false } },
      { webPreferences: { webviewTag: true } },
      { kiosk: true },
    ];
    return attempts.map((options) => {
      try {
        new BrowserWindow(options).destroy();
        return 'opened';
      } catch (error) {
        return (error as Error).message;
      }
    });
  });
  expect(refusals.map((refusal) => /(?:webPreferences\.\w+|'kiosk')/.exec(refusal)?.[0])).toEqual([
    'webPreferences.sandbox', 'webPreferences.nodeIntegration', 'webPreferences.contextIsolation', 'webPreferences.webviewTag', "'kiosk'",
  ]);
});
