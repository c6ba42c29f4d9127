import type { Page } from '@playwright/test';
import { startBackend, type BackendProcess } from '../../e2e/setup/backend-process.ts';
import { DeskScreen } from '../../e2e/setup/desk-screen.ts';
import { launchDesk } from '../../e2e/setup/launch-desk.ts';
import { DEMO_PASSWORD } from '../../e2e/setup/log-reader.ts';
import { fillShop } from './fill-shop.ts';
import { framesDuring, keyToFrame, turnWheel } from './watch-frames.ts';

/** What a desk with so many rows was measured at; times in milliseconds. */
export type DeskTimes = { readonly rows: number; readonly toList: number; readonly elements: number; readonly list: readonly number[]; readonly transcript: readonly number[]; readonly key: readonly number[] };

const KEYS = 40;
const PATIENCE_MS = 120_000;

/** A backend over a shop that is already full, without the reactions that would think about all of it first. */
async function startFull(rows: number): Promise<{ readonly backend: BackendProcess; readonly longest: string }> {
  const empty = await startBackend();
  await empty.kill();
  const { longest } = await fillShop(empty.dataFolder, rows);
  process.env['BATON_REACTIONS'] = '0';
  return { backend: await startBackend(empty), longest };
}

async function measurePage(page: Page, { backend, longest, rows }: { readonly backend: BackendProcess; readonly longest: string; readonly rows: number }): Promise<DeskTimes> {
  const screen = new DeskScreen(page, 'en');
  await screen.painted();
  await screen.set({ language: 'en', theme: 'light' });
  const start = performance.now();
  await screen.signIn({ server: backend.address, login: 'lin.zhiyao', password: DEMO_PASSWORD });
  const talker = page.getByText(longest).first();
  await talker.waitFor({ timeout: PATIENCE_MS });
  const toList = performance.now() - start;
  await talker.click();
  await screen.reply.waitFor();
  const key: number[] = [];
  const transcript = await framesDuring(page, () => turnWheel(page, { x: 740, y: 300, by: -600 }));
  for (let count = 0; count < KEYS; count += 1) key.push(await keyToFrame(page, count % 2 === 0 ? 'j' : 'k'));
  const list = await framesDuring(page, () => turnWheel(page, { x: 230, y: 500, by: 400 }));
  return { rows, toList, elements: await page.locator('*').count(), list, transcript, key };
}

/** Signs in at the built application to a shop with so many waiting conversations, one of them as long, and uses it. */
export async function measureDesk(rows: number): Promise<DeskTimes> {
  const { backend, longest } = await startFull(rows);
  const { app, page } = await launchDesk();
  try {
    return await measurePage(page, { backend, longest, rows });
  } finally {
    await app.close();
    await backend.kill();
  }
}
