import { expect, type Locator, type Page } from '@playwright/test';
import { askForPerson } from './setup/ask-for-person.ts';
import { test } from './setup/baton-test.ts';
import { anyOf, chatWords, fill } from './setup/words.ts';

const WISH = 'How is a partial refund worked out for two cups?';

/** More stops than a screen has. */
const STOPS = 80;

/** Goes by Tab until a control has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stop = 0; stop < STOPS; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`No way by Tab to ${String(target)}`);
}

test('a first sign-in begins at the server', async ({ openDesk }) => {
  const { page, screen } = await openDesk('en');
  await expect(page.getByLabel(screen.words.signIn.server)).toBeFocused();
  await tabTo(page, page.getByLabel(screen.words.signIn.account));
});

test('the whole outcome by the keyboard', async ({ openDesk, comeAs }) => {
  const { screen, page } = await openDesk('en');
  const { actions, conversation, codes } = screen.words;
  const chat = chatWords('en');
  const customer = await comeAs({ chatPage: await screen.signInDemo(), as: 'mira-calder', language: 'en' });
  await customer.page.getByRole('textbox').focus();
  await customer.page.keyboard.type('Two cups in B2048-8801 arrived broken. If nobody helps I will report you to the platform');
  await customer.page.keyboard.press('Enter');
  await expect(customer.served).toHaveText('Lin Zhiyao');
  await customer.page.keyboard.type(WISH);
  await customer.page.keyboard.press('Enter');

  await screen.row('Mira Calder').waitFor();
  await page.keyboard.press('Control+J');
  await expect(screen.reply).toBeFocused();
  await expect(screen.saying(WISH)).toBeVisible();
  await screen.suggestion.waitFor();
  await page.keyboard.press('Alt+1');
  await expect(screen.reply).not.toHaveValue('');
  const reply = await screen.reply.inputValue();
  await page.keyboard.press('Control+Enter');
  await expect(customer.saying(reply)).toBeVisible();

  await page.keyboard.press('F6');
  await tabTo(page, screen.context.getByRole('button', { name: actions.refund.title, exact: true }));
  await page.keyboard.press('Enter');
  const form = page.getByRole('form', { name: actions.refund.title });
  await tabTo(page, form.getByRole('textbox', { name: actions.refund.fields.amount }));
  await page.keyboard.press('Control+A');
  await page.keyboard.type('98');
  const submit = form.getByRole('button', { name: fill(actions.refund.submit, { amount: '¥98.00' }), exact: true });
  await submit.waitFor();
  await tabTo(page, submit);
  await page.keyboard.press('Enter');
  await expect(screen.context.getByRole('status').filter({ hasText: anyOf(actions.form.done) })).toBeVisible();
  await expect(customer.receipt(chat.receipts['refund'] ?? '')).toContainText('98.00');

  await page.keyboard.press('Escape');
  await expect(screen.row('Mira Calder')).toBeFocused();
  await page.keyboard.press('E');
  const dialog = page.getByRole('dialog');
  await tabTo(page, dialog.getByRole('radio', { name: codes.disposition.solved }));
  await page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('radio', { name: codes.disposition.answered })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('radio', { name: codes.disposition.compensated })).toBeFocused();
  await page.keyboard.press('Space');
  await expect(dialog.getByRole('radio', { name: codes.disposition.compensated })).toBeChecked();
  await tabTo(page, dialog.getByRole('button', { name: conversation.resolveAs.submit, exact: true }));
  await page.keyboard.press('Enter');
  await expect(customer.page.getByText(chat.resolvedNote)).toBeVisible();
});

/** What a page is told of a key that an input method takes for itself. */
const TAKEN_BY_INPUT_METHOD = 229;

/** An input method has letters under way; Enter takes them and does nothing else. */
async function composeAndEnter(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'nihao', selectionStart: 5, selectionEnd: 5 });
  for (const type of ['rawKeyDown', 'keyUp'] as const) {
    await session.send('Input.dispatchKeyEvent', { type, key: 'Enter', code: 'Enter', windowsVirtualKeyCode: TAKEN_BY_INPUT_METHOD });
  }
  await session.send('Input.insertText', { text: '你好' });
  await session.detach();
}

test('the Enter of an input method never sends', async ({ openDesk, comeAs }) => {
  const { screen, page } = await openDesk('zh');
  const customer = await comeAs({ chatPage: await screen.signInDemo(), as: 'mira-calder', language: 'en' });
  await askForPerson(customer, screen, 'Mira Calder');
  await screen.set({ enterSends: true });
  await screen.reply.focus();
  await composeAndEnter(page);
  await expect(screen.reply).toHaveValue('你好');
  await page.keyboard.press('Enter');
  await expect(customer.saying('你好')).toHaveCount(1);
  await expect(screen.reply).toHaveValue('');

  const field = customer.page.getByRole('textbox');
  await field.focus();
  await composeAndEnter(customer.page);
  await expect(field).toHaveValue('你好');
  await field.press('Enter');
  await expect(screen.saying('你好')).toHaveCount(2);
  await expect(field).toHaveValue('');
});
