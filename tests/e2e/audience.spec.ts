import { expect } from '@playwright/test';
import { test } from './setup/distant-desk.ts';
import { DEMO_PASSWORD } from './setup/log-reader.ts';

const NOTE = 'note: this customer is right, we were late twice';
const WHISPER = 'whisper: offer the full refund if asked';

test('notes and whispers never reach the customer, not even as holes in the numbers', async ({ distant, openDesk, comeAs }) => {
  const { desk: { screen }, backend, conversationId, log } = distant;
  const customer = await comeAs({ chatPage: backend.chatPage, as: 'mira-calder', language: 'en' });
  await screen.page.keyboard.press('Control+Shift+E');
  await screen.note.fill(NOTE);
  await screen.note.press('Control+Enter');
  await expect(screen.saying(NOTE)).toBeVisible();

  const lead = await openDesk('en');
  await lead.screen.signIn({ server: backend.address, login: 'he.wen', password: DEMO_PASSWORD });
  const to = (await screen.state()).account?.id ?? '';
  const act = { id: crypto.randomUUID(), type: 'whisper.post', conversationId, seenSeq: 0, payload: { text: WHISPER, to: [to] } };
  await lead.page.evaluate((whisper) => window.baton.command('act', whisper), act);
  await expect(screen.saying(WHISPER)).toBeVisible();

  await screen.page.getByRole('tab', { name: screen.words.composer.reply }).click();
  await screen.send('We are sorry, and will make it right');
  await expect(customer.saying('We are sorry, and will make it right')).toBeVisible();

  const publicNumbers = async (): Promise<number[]> => (await log.events(conversationId)).flatMap(({ publicSeq }) => publicSeq ?? []);
  const heardNumbers = (): number[] => [...new Set(customer.heard().join('\n').matchAll(/"publicSeq":(\d+)/g).map(([, digits]) => Number(digits)))].toSorted((left, right) => left - right);
  await expect.poll(async () => (await publicNumbers()).at(-1) === heardNumbers().at(-1)).toBe(true);
  const numbers = await publicNumbers();
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  const heard = heardNumbers();
  expect(heard).toEqual(heard.map((_, index) => (heard[0] ?? 0) + index));
  expect(customer.heard().join('\n')).not.toMatch(/note|whisper|right, we were|full refund/);
});
