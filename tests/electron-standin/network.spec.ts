import { expect } from '@playwright/test';
import { heard, test } from './standin.fixture.ts';

test('protocol.handle answers under the scheme of the application', async ({ desk }) => {
  const echo = await desk.page.evaluate(async () => (await fetch('/echo?q=1', { method: 'POST', body: 'text 文' })).json() as Promise<unknown>);
  expect(echo).toEqual({ url: 'app://desk/echo?q=1', method: 'POST', body: 'text 文', origin: 'app://desk' });
  const broken = await desk.page.evaluate(() => fetch('/broken').then(String, String));
  expect(broken).toContain('Failed to fetch');
});

test('Chromium enforces the policy of the response', async ({ desk }) => {
  expect(await desk.page.evaluate(() => 'inlineRan' in window)).toBe(false);
  const violations = await desk.page.evaluate(async () => {
    const violated = new Promise((resolve) => document.addEventListener('securitypolicyviolation', resolve, { once: true }));
    const script = document.createElement('script');
    script.textContent = 'window.inlineRan = true';
    document.head.append(script);
    await violated;
    return [...window.violations, 'inlineRan' in window];
  });
  expect(violations).toEqual(['script-src-elem', false]);
  const blocked = desk.page.evaluate(() => fetch('https://outside.invalid/').then(String, String));
  expect(await blocked).toContain('Failed to fetch');
});

test('a policy that names the scheme allows it', async ({ desk }) => {
  const directive = await desk.page.evaluate(async () => {
    const image = document.createElement('img');
    const settled = new Promise((resolve) => image.addEventListener('error', resolve, { once: true }));
    image.src = '/missing.png';
    await settled;
    return window.violations;
  });
  expect(directive).toEqual([]);
});

test('a link to elsewhere is asked about and stays', async ({ desk }) => {
  await desk.page.locator('#outside').click();
  await expect.poll(() => heard(desk)).toContain('navigate https://outside.invalid/');
  await expect(desk.page.getByRole('heading')).toHaveText('Ready');
  expect(desk.app.windows()).toHaveLength(1);
});

test('a link inside is asked about and followed, and so is its redirect', async ({ desk }) => {
  await desk.page.locator('#inside').click();
  await expect.poll(() => heard(desk)).toContain('navigate app://desk/index.html?again');
  await expect.poll(() => desk.page.evaluate(() => location.search)).toBe('?again');
  await desk.page.locator('#moved').click();
  await expect.poll(() => heard(desk)).toContain('redirect app://desk/index.html');
});

test('loading and reloading by the main process or by a test is not asked about', async ({ desk }) => {
  await desk.page.reload();
  await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.loadURL('app://desk/index.html?main'));
  expect((await heard(desk)).filter((line) => line.startsWith('navigate'))).toEqual([]);
});

test('a load that fails rejects with the code Chromium gives it', async ({ desk }) => {
  const failure = await desk.app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const failed = new Promise((resolve) => contents?.once('did-fail-load', (...details) => resolve(details.slice(1, 4))));
    const rejected = contents?.loadURL('app://desk/broken').then(String, String);
    return [await failed, await rejected];
  });
  expect(failure).toEqual([[-2, 'ERR_FAILED', 'app://desk/broken'], "Error: ERR_FAILED (-2) loading 'app://desk/broken'"]);
});

const NEW_PAGES: { name: string; link: string; modifiers: ('Shift' | 'Control')[] }[] = [
  { name: 'target=_blank', link: '#blank', modifiers: [] },
  { name: 'a click with Shift', link: '#outside', modifiers: ['Shift'] },
  { name: 'a click with Control', link: '#outside', modifiers: ['Control'] },
];
for (const { name, link, modifiers } of NEW_PAGES) {
  test(`a new page by ${name} is denied`, async ({ desk }) => {
    await desk.page.locator(link).click({ modifiers });
    await expect.poll(async () => (await heard(desk)).filter((line) => line.startsWith('open '))).toHaveLength(1);
    await expect.poll(() => desk.app.windows().length).toBe(1);
    await expect(desk.page.getByRole('heading')).toHaveText('Ready');
  });
}

test('window.open of an allowed address becomes a window of the application', async ({ desk }) => {
  const opened = desk.app.waitForEvent('window');
  await desk.page.evaluate(() => void window.open('/index.html?child'));
  const page = await opened;
  // The page Chromium opened by itself may be seen first; the one that stays is the application's.
  await expect.poll(() => desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.webContents.getURL()))).toContain('app://desk/index.html?child');
  expect(page).not.toBe(desk.page);
});

test('permission handlers decide what Chromium allows', async ({ desk }) => {
  const states = await desk.page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'clipboard-read'] as const;
    const query = (name: string) => navigator.permissions.query({ name: name as PermissionName });
    return Promise.all(names.map(async (name) => (await query(name)).state));
  });
  expect(states).toEqual(['denied', 'denied', 'denied', 'denied']);
  const write = await desk.page.evaluate(async () => (await navigator.permissions.query({ name: 'clipboard-write' as PermissionName })).state);
  expect(write).toBe('granted');
});

test('webRequest refuses requests and changes headers', async ({ desk }) => {
  await desk.app.evaluate(({ session }) => {
    const { webRequest } = session.defaultSession;
    webRequest.onBeforeRequest((details, callback) => callback({ cancel: details.url.endsWith('/echo?forbidden') }));
    webRequest.onHeadersReceived((details, callback) => callback({ responseHeaders: { ...details.responseHeaders, 'x-added': ['yes'] } }));
  });
  const added = desk.page.evaluate(async () => (await fetch('/echo', { method: 'POST' })).headers.get('x-added'));
  expect(await added).toBe('yes');
  expect(await desk.page.evaluate(() => fetch('/echo?forbidden').then(String, String))).toContain('Failed to fetch');
});
