import { expect } from '@playwright/test';
import { test } from './setup/distant-desk.ts';


test('a promise beyond policy is asked about, and what leads off the platform never goes', async ({ distant }) => {
  const { desk: { screen }, customer } = distant;
  const { composer, codes } = screen.words;
  const strip = screen.conversation.getByRole('status').filter({ hasText: codes.phraseRule['promise-beyond-policy'] });
  await screen.reply.fill('It will definitely arrive on Saturday');
  await expect(strip).toBeVisible();
  await screen.reply.press('Control+Enter');
  await expect(strip).toContainText(composer.guardAgain);
  await screen.reply.press('Control+Enter');
  await expect(customer.said).toContainText('It will definitely arrive on Saturday');

  await screen.reply.fill('Add me on WeChat and pay me there');
  await expect(screen.conversation.getByText(codes.phraseRule['off-platform'])).toBeVisible();
  await screen.reply.press('Control+Enter');
  await screen.reply.press('Control+Enter');
  await screen.send('Please pay in the shop');
  await expect(customer.said).toContainText('Please pay in the shop');
  await expect(customer.said).not.toContainText('WeChat');
});
