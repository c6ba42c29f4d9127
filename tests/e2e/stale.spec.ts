import { expect } from '@playwright/test';
import type { OpenDesk } from './setup/baton-test.ts';
import { NAME, test, type DistantDesk } from './setup/distant-desk.ts';
import { DEMO_PASSWORD } from './setup/log-reader.ts';

const REPLY = 'The refund is on its way to you';
const NOTE = 'Careful: the refund was promised twice already';
const HELLO = 'I am He Wen and will look after this';
const WISH = 'I want the cups, not a refund';

/** A lead at a desk of her own looks at the conversation of a colleague. */
async function lookOn({ screen }: OpenDesk, { backend }: DistantDesk): Promise<void> {
  await screen.signIn({ server: backend.address, login: 'he.wen', password: DEMO_PASSWORD });
  await screen.button(screen.words.inbox.sections.others).click();
  await screen.open(NAME);
}

/** The agent replies without a line; meanwhile the colleague leaves a note and the customer changes their mind. */
async function fallBehind(distant: DistantDesk, colleague: OpenDesk): Promise<void> {
  const { desk: { screen }, line, customer } = distant;
  await lookOn(colleague, distant);
  line.become('cut');
  await screen.send(REPLY);
  await colleague.screen.note.fill(NOTE);
  await colleague.screen.note.press('Control+Enter');
  await expect(colleague.screen.saying(NOTE)).toBeVisible();
  await customer.say(WISH);
  await expect(colleague.screen.saying(WISH)).toBeVisible();
  line.become('open');
  await screen.staleDialog.waitFor({ timeout: 30_000 });
}

test('a reply that has not seen what happened is stopped, says what happened, and is a draft again', async ({ distant, openDesk }) => {
  const { desk: { screen, page }, log, conversationId, customer } = distant;
  await fallBehind(distant, await openDesk('en'));
  await expect(screen.staleDialog).toContainText(NOTE);
  await expect(screen.staleDialog).toContainText(WISH);
  await expect(screen.staleDialog).toContainText(REPLY);
  await expect(screen.staleDialog.locator('mark', { hasText: 'refund' }).first()).toBeVisible();
  // The safe answer has the focus.
  await page.keyboard.press('Enter');
  await expect(screen.staleDialog).toBeHidden();
  await expect(screen.reply).toHaveValue(REPLY);
  expect(await log.replies(conversationId)).toEqual([]);

  await screen.send('The cups will be sent again today');
  await expect(customer.saying('The cups will be sent again today')).toBeVisible();
  expect(await log.replies(conversationId)).toEqual(['The cups will be sent again today']);
});

test('a stopped reply that is sent anyway is sent once', async ({ distant, openDesk }) => {
  const { desk: { screen, page }, log, conversationId, customer } = distant;
  await fallBehind(distant, await openDesk('en'));
  await page.keyboard.press('Control+Shift+Enter');
  await expect(screen.staleDialog).toBeHidden();
  await expect(customer.saying(REPLY)).toHaveCount(1);
  await expect(screen.saying(REPLY)).toHaveCount(1);
  await expect(screen.reply).toHaveValue('');
  expect(await log.replies(conversationId)).toEqual([REPLY]);
});

test('whoever takes over stops the reply of the one who had it', async ({ distant, openDesk }) => {
  const { desk: { screen, page }, line, log, conversationId, customer } = distant;
  const colleague = await openDesk('en');
  await lookOn(colleague, distant);
  line.become('cut');
  await screen.send(REPLY);
  await colleague.screen.button(colleague.screen.words.conversation.takeOver).click();
  await colleague.screen.send(HELLO);
  line.become('open');
  await expect(customer.saying(HELLO)).toBeVisible();
  await expect(screen.staleDialog).toContainText(HELLO, { timeout: 30_000 });
  await page.keyboard.press('Enter');
  await expect(screen.saying(HELLO)).toBeVisible();
  expect(await log.replies(conversationId)).toEqual([HELLO]);
});

test('the bot never answers beside a person', async ({ distant }) => {
  const { desk: { screen }, log, conversationId, customer } = distant;
  await customer.say('Can the tea set go in the dishwasher?');
  await screen.saying('Can the tea set go in the dishwasher?').waitFor();
  // What the bot would answer from is offered to the person instead.
  await screen.suggestion.waitFor();
  await screen.send('By hand, please, in warm water');
  await expect(customer.saying('By hand, please, in warm water')).toBeVisible();
  const events = await log.events(conversationId);
  const joined = events.findIndex(({ type }) => type === 'assignment.accepted');
  const said = events.slice(joined).filter(({ type }) => type === 'message.posted').map(({ actor }) => actor.kind);
  expect(said).toEqual(['customer', 'agent']);
});
