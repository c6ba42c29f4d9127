import { expect } from '@playwright/test';
import type { OpenDesk } from './setup/baton-test.ts';
import { NAME, test, WITH_KEYRING, type DistantDesk } from './setup/distant-desk.ts';
import { countUnsent } from './setup/outbox-file.ts';

const REPLIES = ['one, before the end', 'two, before the end', 'three, before the end'];

type Start = (language: 'en', options: { readonly userDataDir: string; readonly env: typeof WITH_KEYRING }) => Promise<OpenDesk>;

/** Starts the killed desk again, still signed in, at the same conversation. */
async function startAgain(openDesk: Start, { userDataDir }: OpenDesk): Promise<OpenDesk> {
  const again = await openDesk('en', { userDataDir, env: WITH_KEYRING });
  await again.screen.open(NAME);
  return again;
}

/** Each text is in the log and at the customer once, in this order, and nothing waits any more. */
async function expectOnce({ log, customer, conversationId, desk }: DistantDesk, texts: readonly string[]): Promise<void> {
  await expect.poll(() => log.replies(conversationId), { timeout: 20_000 }).toEqual(texts);
  await expect.poll(async () => (await customer.texts()).slice(-texts.length)).toEqual(texts);
  await expect.poll(() => countUnsent(desk.userDataDir)).toBe(0);
  expect(await log.replies(conversationId)).toEqual(texts);
}

test('killed while a reply is written: it is a draft, and nobody got it', async ({ distant, openDesk }) => {
  const { desk, log, conversationId } = distant;
  await desk.screen.reply.fill('not yet sent');
  await expect(desk.screen.draftKept).toBeVisible();
  await desk.kill();
  const { screen } = await startAgain(openDesk, desk);
  await expect(screen.reply).toHaveValue('not yet sent');
  expect(await log.replies(conversationId)).toEqual([]);
});

test('killed with replies that had no line: they are sent once, in order', async ({ distant, openDesk }) => {
  const { desk, line } = distant;
  line.become('cut');
  for (const text of REPLIES) await desk.screen.send(text);
  await desk.kill();
  const { screen } = await startAgain(openDesk, desk);
  await expect(screen.queued(3)).toBeVisible();
  line.become('open');
  await expectOnce(distant, REPLIES);
  await expect(screen.queued(1)).toBeHidden();
});

test('killed when the reply was in the log and the answer was lost: it is there once', async ({ distant, openDesk }) => {
  const { desk, line, log, conversationId } = distant;
  line.become('deaf');
  await desk.screen.send('kept, but not answered');
  await expect.poll(() => log.replies(conversationId)).toEqual(['kept, but not answered']);
  expect(countUnsent(desk.userDataDir)).toBeGreaterThan(0);
  await desk.kill();
  line.become('open');
  const { screen } = await startAgain(openDesk, desk);
  await expectOnce(distant, ['kept, but not answered']);
  await expect(screen.saying('kept, but not answered')).toHaveCount(1);
});

test('killed when the answer was there and not painted: it is there once, and no draft any more', async ({ distant, openDesk }) => {
  const { desk, log, conversationId } = distant;
  await desk.screen.reply.fill('answered');
  await expect(desk.screen.draftKept).toBeVisible();
  await desk.screen.reply.fill('answered, but not painted');
  // The page sends and then stands still: what comes back is never drawn. Its words have been checked by then, since main answers in
  // order, so that the key press alone sends them.
  const stillness = desk.page
    .evaluate(async () => {
      await window.baton.query('phrases.check', { text: '' });
      await new Promise(requestAnimationFrame);
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', ctrlKey: true, bubbles: true }));
      for (;;);
    })
    .catch((problem: unknown) => problem);
  await expect.poll(() => log.replies(conversationId)).toEqual(['answered, but not painted']);
  await expect.poll(() => countUnsent(desk.userDataDir)).toBe(0);
  await desk.kill();
  expect(await stillness).toBeInstanceOf(Error);
  const { screen } = await startAgain(openDesk, desk);
  await expectOnce(distant, ['answered, but not painted']);
  await expect(screen.saying('answered, but not painted')).toHaveCount(1);
  await expect(screen.reply).toHaveValue('');
});
