import { expect } from '@playwright/test';
import { askForPerson } from './setup/ask-for-person.ts';
import { test } from './setup/baton-test.ts';
import { WITH_KEYRING } from './setup/distant-desk.ts';

const DRAFT = 'half a sentence about your cups';
const MIRA = { as: 'mira-calder', language: 'en', name: 'Mira Calder' } as const;
const IRIS = { as: 'iris-vane', language: 'en', name: 'Iris Vane' } as const;

test('a reloaded window has its conversation and its draft again', async ({ openDesk, comeAs }) => {
  const { screen, page } = await openDesk('en');
  const customer = await comeAs({ ...MIRA, chatPage: await screen.signInDemo() });
  await askForPerson(customer, screen, MIRA.name);
  await screen.reply.fill(DRAFT);
  await expect(screen.draftKept).toBeVisible();
  await page.reload();
  await customer.say('Hello? I am still here');
  await screen.open(MIRA.name);
  await expect(screen.saying('Hello? I am still here')).toHaveCount(1);
  await expect(screen.reply).toHaveValue(DRAFT);
});

test('a page that crashes is loaded again with its draft', async ({ openDesk, comeAs }) => {
  const { screen, page, app } = await openDesk('en');
  const customer = await comeAs({ ...MIRA, chatPage: await screen.signInDemo() });
  const conversationId = await askForPerson(customer, screen, MIRA.name);
  await screen.reply.fill(DRAFT);
  await expect(screen.draftKept).toBeVisible();
  const crashed = page.waitForEvent('crash');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
  await crashed;
  // Playwright gives up a page that crashed; the main process still reaches it, once it has been loaded again.
  const inPage = (script: string): Promise<unknown> =>
    app.evaluate(({ BrowserWindow }, code) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code) as Promise<unknown>, script).catch(() => null);
  await expect.poll(() => inPage(`document.querySelector('[data-conversation="${conversationId}"]')?.click() ?? document.querySelector('textarea')?.value`)).toBe(DRAFT);
});

test('a closed window leaves the desk at work and comes back as it was', async ({ openDesk, comeAs }) => {
  const { screen, app } = await openDesk('en');
  const customer = await comeAs({ ...MIRA, chatPage: await screen.signInDemo() });
  await askForPerson(customer, screen, MIRA.name);
  await screen.reply.fill(DRAFT);
  const isVisible = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  expect(await isVisible()).toBe(false);
  await customer.say('Are you there?');
  await app.evaluate(({ app: application }) => application.emit('activate'));
  expect(await isVisible()).toBe(true);
  await expect(screen.saying('Are you there?')).toBeVisible();
  await expect(screen.reply).toHaveValue(DRAFT);
});

test('a draft outlives the application and shows in its own conversation alone', async ({ openDesk, comeAs }) => {
  const before = await openDesk('en', { env: WITH_KEYRING });
  const chatPage = await before.screen.signInDemo();
  const [mira, iris] = await Promise.all([comeAs({ ...MIRA, chatPage }), comeAs({ ...IRIS, chatPage })]);
  await askForPerson(iris, before.screen, IRIS.name);
  await askForPerson(mira, before.screen, MIRA.name);
  await before.screen.reply.fill(DRAFT);
  await expect(before.screen.draftKept).toBeVisible();
  await before.screen.open(IRIS.name);
  await expect(before.screen.reply).toHaveValue('');
  await before.app.close();

  const { screen } = await openDesk('en', { env: WITH_KEYRING, userDataDir: before.userDataDir });
  await screen.open(IRIS.name);
  await expect(screen.reply).toHaveValue('');
  await screen.open(MIRA.name);
  await expect(screen.reply).toHaveValue(DRAFT);
});
