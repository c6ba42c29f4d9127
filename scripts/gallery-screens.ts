import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type Page } from '@playwright/test';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { createServer } from 'vite';

/**
 * Takes pictures of the design system in both themes and asks axe about it: `node scripts/gallery-screens.ts [folder]`.
 * Ends with 1 when axe objects or the page complains.
 */

const CHROMIUM = process.env['BATON_CHROMIUM'] ?? '/usr/bin/chromium';
const WIDTH = 1440;
const HEIGHT = 900;

/** What floats is opened by the page's address, one at a time. */
const VIEWS = [
  { name: 'components', open: '', isWhole: true },
  { name: 'dialog', open: 'dialog', isWhole: false },
  { name: 'stale', open: 'stale', isWhole: false },
  { name: 'palette', open: 'palette', isWhole: false },
] as const;

const THEMES = ['light', 'dark'] as const;

const folder = process.argv[2] ?? 'test-results/gallery';
await mkdir(folder, { recursive: true });

const server = await createServer({
  configFile: false,
  root: 'src/renderer',
  plugins: [react(), tailwindcss()],
  // The gallery alone: the desk's own entry is not what is served here.
  optimizeDeps: { entries: ['gallery.html'] },
  server: { host: '127.0.0.1', port: 0 },
  logLevel: 'warn',
});
await server.listen();
const browser = await chromium.launch({ executablePath: CHROMIUM });
try {
  const complaints = await lookAtAll(browser, server.resolvedUrls?.local[0] ?? '');
  for (const complaint of complaints) console.error(complaint);
  process.exitCode = complaints.length === 0 ? 0 : 1;
} finally {
  await browser.close();
  await server.close();
}

async function lookAtAll(with_: Browser, address: string): Promise<string[]> {
  const complaints: string[] = [];
  for (const theme of THEMES) {
    for (const view of VIEWS) {
      // axe needs a page of a context it can open a second page in.
      const context = await with_.newContext({ viewport: { width: WIDTH, height: HEIGHT }, locale: 'zh-CN', reducedMotion: 'reduce' });
      const page = await context.newPage();
      const where = `${view.name}, ${theme}`;
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(`${where}: ${message.text()}`);
      });
      page.on('pageerror', (error) => complaints.push(`${where}: ${error.message}`));
      await page.goto(`${address}gallery.html?theme=${theme}&open=${view.open}`);
      await page.getByRole('heading', { level: 1, includeHidden: true }).waitFor();
      await page.evaluate('document.fonts.ready');
      await page.screenshot({ path: join(folder, `${view.name}-${theme}.png`), fullPage: view.isWhole });
      complaints.push(...(await askAxe(page)).map((text) => `${where}: ${text}`));
      await context.close();
    }
  }
  return complaints;
}

async function askAxe(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`));
}
