import { expect } from '@playwright/test';
import { test } from './setup/baton-test.ts';

test('the chat page works while it is open where the browser refuses storage', async ({ runBackend, comeAs }) => {
  const { chatPage } = await runBackend();
  const customer = await comeAs({ chatPage, as: 'mira-calder', language: 'en', refusesStorage: true });
  await expect(customer.page.evaluate(() => localStorage.length)).rejects.toThrow('SecurityError');
  await customer.say('where is my parcel?');
  await expect(customer.saying('where is my parcel?')).toHaveCount(1);
  // What has not left the page by then goes with it: it has no place to wait.
  await expect.poll(() => customer.heard().some((frame) => frame.includes('where is my parcel?'))).toBe(true);
  await customer.page.reload();
  await expect(customer.saying('where is my parcel?')).toHaveCount(1);
});
