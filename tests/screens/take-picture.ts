import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { expect, type Page } from '@playwright/test';
import sharp from 'sharp';
import type { DeskScreen } from '../e2e/setup/desk-screen.ts';

const FOLDER = resolve(import.meta.dirname, '../../docs/screens');

/** Keeps what a page shows as a small PNG: a palette is enough for an interface. */
export async function takePicture(page: Page, name: string): Promise<void> {
  const picture = await page.screenshot({ animations: 'disabled', caret: 'hide', scale: 'css' });
  await writeFile(resolve(FOLDER, `${name}.png`), await sharp(picture).png({ palette: true, colours: 128, effort: 10 }).toBuffer());
}

/** The desk as it stands, light and dark. */
export async function takeBothThemes(screen: DeskScreen, name: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await screen.set({ theme });
    await expect(screen.page.locator('html')).toHaveAttribute('data-theme', theme);
    await takePicture(screen.page, `${name}-${theme}`);
  }
}

/** The chat page as it stands, light and dark: it follows the customer's system. */
export async function takeBothSchemes(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await takePicture(page, `${name}-${colorScheme}`);
  }
}
