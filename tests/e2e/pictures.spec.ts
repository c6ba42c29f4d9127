import { expect, type Locator } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from './setup/distant-desk.ts';
import { fill } from './setup/words.ts';

const PICTURE = path.join(import.meta.dirname, '../../docs/screens/chat-en-light.png');

/** Gives a picture to the window as paste and drop do, with the file in the event's own transfer. */
function hand(field: Locator, how: { readonly event: 'paste' | 'drop'; readonly name: string; readonly base64: string }): Promise<void> {
  return field.evaluate((element, { event, name, base64 }) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0))], name, { type: 'image/png' }));
    const init = { bubbles: true, cancelable: true };
    element.dispatchEvent(event === 'paste' ? new ClipboardEvent('paste', { ...init, clipboardData: transfer }) : new DragEvent('drop', { ...init, dataTransfer: transfer }));
  }, how);
}

/** The picture came whole, and is drawn. */
const expectDrawn = (picture: Locator): Promise<void> => expect.poll(() => picture.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0))).toBe(360);

test('pictures go both ways: pasted, dropped, and from the chat page', async ({ distant }) => {
  const { desk: { screen }, customer } = distant;
  const { composer, transcript } = screen.words;
  const base64 = (await readFile(PICTURE)).toString('base64');
  for (const event of ['paste', 'drop'] as const) {
    const name = `${event}.png`;
    await hand(screen.reply, { event, name, base64 });
    await expect(screen.page.getByTitle(fill(composer.attached, { name }))).toBeVisible();
  }
  await screen.send('Is it one of these?');
  await expectDrawn(customer.said.getByRole('img', { name: 'paste.png' }));
  await expectDrawn(customer.said.getByRole('img', { name: 'drop.png' }));
  await expectDrawn(screen.transcript.getByRole('img', { name: fill(transcript.image, { name: 'paste.png' }) }));

  await customer.page.locator('input[type=file]').setInputFiles(PICTURE);
  await expectDrawn(screen.transcript.getByRole('img', { name: fill(transcript.image, { name: 'chat-en-light.png' }) }));
});
