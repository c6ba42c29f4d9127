import { expect, type ElectronApplication, type Page } from '@playwright/test';

declare global {
  interface Window {
    violations: string[];
  }
}

/** Notes, from before the page's first byte on, what the page's policy forbade; the page is loaded anew for it. */
export async function watchViolations(app: ElectronApplication, page: Page): Promise<void> {
  await app.context().addInitScript(() => {
    const violations: string[] = [];
    window.violations = violations;
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile }) => void violations.push(`${effectiveDirective} ${blockedURI} ${sourceFile}`));
  });
  await page.reload();
}

/** Nothing was forbidden so far, and somebody was looking. */
export async function expectNoViolations(page: Page): Promise<void> {
  expect(await page.evaluate(() => window.violations)).toEqual([]);
}
