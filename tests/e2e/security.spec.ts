import { get, type IncomingHttpHeaders } from 'node:http';
import { expect } from '@playwright/test';
import { askForPerson } from './setup/ask-for-person.ts';
import { test } from './setup/baton-test.ts';
import { startBrowserHost } from './setup/browser-host-process.ts';
import { DeskScreen } from './setup/desk-screen.ts';
import { expectNoViolations, watchViolations } from './setup/violations.ts';

test('no screen breaks the policy of the page', async ({ openDesk, comeAs }) => {
  const { screen, page, app } = await openDesk('en');
  await watchViolations(app, page);
  const customer = await comeAs({ chatPage: await screen.signInDemo(), as: 'mira-calder', language: 'en' });
  await askForPerson(customer, screen, 'Mira Calder');
  await screen.context.getByRole('button', { name: screen.words.actions.refund.title, exact: true }).click();
  await screen.page.getByRole('form', { name: screen.words.actions.refund.title }).getByRole('combobox').click();
  await page.keyboard.press('Escape');
  await screen.conversation.getByRole('button', { name: screen.words.conversation.snooze }).click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+K');
  await page.getByRole('dialog', { name: screen.words.palette.label }).waitFor();
  await page.keyboard.press('Escape');
  await screen.resolve();
  await page.getByRole('link', { name: screen.words.rail.settings }).click();
  await page.getByRole('heading', { name: screen.words.settings.title }).waitFor();
  await expectNoViolations(page);
});

test('a page has nothing of Node and leads nowhere', async ({ openDesk }) => {
  const { app, page, screen } = await openDesk('en');
  expect(await page.evaluate(() => ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in window))).toEqual([]);
  expect(await page.evaluate(() => Object.keys(window.baton).toSorted())).toEqual(['command', 'query', 'subscribe']);
  await page.evaluate(() => void window.open('https://outside.invalid/'));
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://outside.invalid/';
    document.body.append(link);
    link.click();
  });
  await expect(screen.button(screen.words.signIn.demo)).toBeVisible();
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getURL().split('#')[0]))).toEqual(['app://desk/index.html']);
  expect(await page.evaluate(() => location.host)).toMatch(/^desk/);
  const answer = await page.evaluate(() => window.baton.command('link.open', { url: 'file:///etc/passwd' }));
  expect(answer.ok).toBe(false);
});

/** The status with which the host answers a request with these headers. */
const statusOf = (url: string, headers: IncomingHttpHeaders): Promise<number | undefined> =>
  new Promise((resolve, reject) => void get(url, { headers }, (response) => resolve(response.resume().statusCode)).on('error', reject));

test('the browser host opens once, to one browser, under its own name', async ({ chromium }) => {
  const host = await startBrowserHost();
  try {
    const context = await chromium.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await page.goto(host.login);
    const screen = new DeskScreen(page, 'en');
    await screen.painted();
    await screen.set({ language: 'en' });
    await screen.signInDemo();
    await expect(screen.presence).toBeVisible();

    const stranger = await chromium.newContext();
    const refused = await (await stranger.newPage()).goto(host.login);
    expect(refused?.status()).toBe(403);
    await stranger.close();

    const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    const hostName = new URL(host.origin).host;
    expect(await statusOf(host.origin, { cookie, host: hostName })).toBe(200);
    expect(await statusOf(host.origin, { cookie, host: 'rebound.example' })).toBe(403);
    expect(await statusOf(host.origin, { cookie, host: hostName, origin: 'https://elsewhere.example' })).toBe(403);
    expect(await statusOf(host.origin, { host: hostName })).toBe(401);
    await context.close();
  } finally {
    await host.stop();
  }
});
