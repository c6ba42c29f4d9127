import { expect } from '@playwright/test';
import { askForPerson } from './setup/ask-for-person.ts';
import { test } from './setup/baton-test.ts';
import { test as distantly } from './setup/distant-desk.ts';
import { expectNoBarriers } from './setup/look-for-barriers.ts';

const PROBLEM = 'Two cups in B2048-8801 arrived broken and nobody helps. Is a partial refund possible?';
const THREAT = 'If nobody helps I will report you to the platform';

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the desk's screens and the chat page (${theme})`, async ({ openDesk, comeAs }) => {
    const { screen, page } = await openDesk('zh');
    const { words } = screen;
    await screen.set({ theme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    await expectNoBarriers(page, 'sign-in');

    const chatPage = await screen.signInDemo();
    await expectNoBarriers(page, 'desk, empty');

    const customer = await comeAs({ chatPage, as: 'mira-calder', language: 'en', colorScheme: theme });
    await customer.say('Can the tea set go in the dishwasher?');
    await expect(customer.said.locator('.bot')).toHaveCount(1);
    await askForPerson(customer, screen, 'Mira Calder');
    await screen.send('Hello Mira, what can I do?');
    await expect(customer.saying('Hello Mira, what can I do?')).toBeVisible();
    await customer.say(THREAT);
    await screen.transcript.getByText(words.codes.flag['complaint-platform']).waitFor();
    await customer.say(PROBLEM);
    await screen.saying(PROBLEM).waitFor();
    await screen.suggestion.waitFor();
    await expectNoBarriers(page, 'conversation');
    await expectNoBarriers(customer.page, 'chat page');

    await screen.context.getByRole('button', { name: words.actions.refund.title, exact: true }).click();
    await page.getByRole('form', { name: words.actions.refund.title }).getByRole('button').first().waitFor();
    await expectNoBarriers(page, 'action form');

    await page.keyboard.press('Control+K');
    await page.getByRole('dialog', { name: words.palette.label }).waitFor();
    await expectNoBarriers(page, 'palette');
    await page.keyboard.press('Escape');

    await page.getByRole('link', { name: words.rail.settings }).click();
    await page.getByRole('heading', { name: words.settings.title }).waitFor();
    await expectNoBarriers(page, 'settings');
  });

  distantly(`axe finds nothing on what is offline and what is stale (${theme})`, async ({ distant }) => {
    const { desk: { screen, page }, line, customer } = distant;
    await screen.set({ theme });
    line.become('cut');
    await screen.send('written before I knew');
    await customer.say('I have changed my mind');
    await expect(screen.offlineStrip).toBeVisible();
    await expectNoBarriers(page, 'offline');
    line.become('open');
    await screen.staleDialog.waitFor({ timeout: 30_000 });
    await expectNoBarriers(page, 'stale dialogue');
  });
}
