import type { Browser, Locator, Page } from '@playwright/test';
import type { Language } from '../../../src/shared/contracts/basics.ts';
import { chatWords } from './words.ts';

/** Which customer of the demo shop comes to the chat page. */
export type Visit = {
  /** The page's address with its shop, as the desk names it. */
  readonly chatPage: string;
  /** The customer's slug. */
  readonly as: string;
  readonly language: Language;
  readonly colorScheme?: 'light' | 'dark';
  /** The browser lets no page store anything: false unless given. */
  readonly refusesStorage?: boolean;
};

/** As browsers do where site data is blocked: the name alone throws. */
function refuseStorage(): void {
  const get = (): never => {
    throw new DOMException('Access is denied for this document.', 'SecurityError');
  };
  for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(globalThis, name, { get });
}

/** A customer at the shop's chat page, in a browser of their own. */
export class CustomerPage {
  readonly page: Page;
  readonly said: Locator;
  readonly #words: ReturnType<typeof chatWords>;
  readonly #frames: string[] = [];

  constructor(page: Page, language: Language) {
    this.page = page;
    this.#words = chatWords(language);
    this.said = page.getByRole('log', { name: this.#words.transcript });
    page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => void this.#frames.push(String(payload))));
  }

  /** Every frame that the live line has brought to this page. */
  heard(): readonly string[] {
    return this.#frames;
  }

  /** Who serves, as the head of the page says. */
  get served(): Locator {
    return this.page.getByRole('heading', { level: 1 });
  }

  async say(text: string): Promise<void> {
    await this.page.getByRole('textbox', { name: this.#words.message }).fill(text);
    await this.page.getByRole('button', { name: this.#words.send, exact: true }).click();
  }

  /** What was said with exactly these words, by whomever. */
  saying(text: string): Locator {
    return this.said.getByText(text, { exact: true });
  }

  /** The receipt of something done to an order. */
  receipt(title: string): Locator {
    return this.said.getByRole('region', { name: title });
  }

  /** The texts of everything said so far, in order. */
  texts(): Promise<string[]> {
    return this.said.locator('.bubble').allTextContents();
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}

/** Opens the chat page as a customer. */
export async function visit(browser: Browser, { chatPage, as, language, colorScheme = 'light', refusesStorage = false }: Visit): Promise<CustomerPage> {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 }, colorScheme });
  if (refusesStorage) await context.addInitScript(refuseStorage);
  const page = await context.newPage();
  const customer = new CustomerPage(page, language);
  await page.goto(`${chatPage}&lang=${language}&as=${as}`);
  await customer.said.waitFor();
  return customer;
}
