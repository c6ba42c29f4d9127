import { expect } from '@playwright/test';
import { askForPerson } from './setup/ask-for-person.ts';
import { test as plain, type OpenDesk } from './setup/baton-test.ts';
import { test as distantly } from './setup/distant-desk.ts';
import { isAlive, listenerAt } from './setup/processes.ts';

/** The process of the backend that a desk has brought along. */
async function embeddedBackend({ screen }: OpenDesk): Promise<{ chatPage: string; port: number; pid: number }> {
  const chatPage = await screen.signInDemo();
  const port = Number(new URL(chatPage).port);
  const pid = listenerAt(port);
  if (pid === null) throw new Error('Nobody listens where the demo shop should be');
  return { chatPage, port, pid };
}

plain('the embedded backend ends with an application that is killed', async ({ openDesk }) => {
  const desk = await openDesk('en');
  const { pid } = await embeddedBackend(desk);
  await desk.kill();
  await expect.poll(() => isAlive(pid)).toBe(false);
});

plain('the embedded backend ends with an application that is quit', async ({ openDesk }) => {
  const desk = await openDesk('en');
  const { pid } = await embeddedBackend(desk);
  await desk.app.close();
  await expect.poll(() => isAlive(pid)).toBe(false);
});

plain('an embedded backend that is killed comes back, and the conversation goes on', async ({ openDesk, comeAs }) => {
  const desk = await openDesk('en');
  const { screen } = desk;
  const { chatPage, port, pid } = await embeddedBackend(desk);
  const customer = await comeAs({ chatPage, as: 'mira-calder', language: 'en' });
  await askForPerson(customer, screen, 'Mira Calder');
  process.kill(pid, 'SIGKILL');
  await screen.send('written while nobody listened');
  await expect.poll(() => listenerAt(port), { timeout: 30_000 }).not.toBeNull();
  await expect(customer.saying('written while nobody listened')).toHaveCount(1, { timeout: 30_000 });
  await customer.say('heard you');
  await expect(screen.saying('heard you')).toHaveCount(1);
});

distantly('a backend killed in a conversation: desk and customer go on where they were', async ({ distant, runBackend }) => {
  const { desk: { screen }, backend, customer, log, conversationId } = distant;
  await screen.send('before the power cut');
  await expect(customer.saying('before the power cut')).toBeVisible();
  await backend.kill();
  await customer.say('said into the dark');
  await runBackend(backend);
  await expect(screen.saying('said into the dark')).toHaveCount(1, { timeout: 30_000 });
  await screen.send('the light is back');
  await expect(customer.saying('the light is back')).toHaveCount(1);
  await expect(screen.saying('before the power cut')).toHaveCount(1);
  expect(await log.replies(conversationId)).toEqual(['before the power cut', 'the light is back']);
});

distantly('the last word before a kill is not missed, though nothing follows it', async ({ distant, runBackend }) => {
  const { desk: { screen }, backend, customer, line, log, conversationId } = distant;
  line.become('deaf');
  await customer.say('the very last word');
  await expect.poll(async () => (await log.events(conversationId)).some(({ content }) => content?.text === 'the very last word')).toBe(true);
  await backend.kill();
  line.become('open');
  await runBackend(backend);
  await expect(screen.saying('the very last word')).toHaveCount(1, { timeout: 30_000 });
});

distantly('the last reply before a kill reaches the customer, though nothing follows it', async ({ distant, runBackend, layLine, comeAs }) => {
  const { desk: { screen }, backend, log, conversationId } = distant;
  const line = await layLine(backend);
  const customer = await comeAs({ chatPage: backend.chatPage.replace(backend.address, line.address), as: 'mira-calder', language: 'en' });
  line.become('deaf');
  await screen.send('the very last reply');
  await expect.poll(() => log.replies(conversationId)).toEqual(['the very last reply']);
  await backend.kill();
  line.become('open');
  await runBackend(backend);
  await expect(customer.saying('the very last reply')).toHaveCount(1, { timeout: 30_000 });
});
