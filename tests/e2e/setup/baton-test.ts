import { test as base, type Browser } from '@playwright/test';
import type { Language } from '../../../src/shared/contracts/basics.ts';
import { findChromium } from '../../electron-standin/chromium/find-chromium.ts';
import { startBackend, type BackendProcess } from './backend-process.ts';
import { visit, type CustomerPage, type Visit } from './customer-page.ts';
import { DeskScreen } from './desk-screen.ts';
import { launchDesk, type Desk, type LaunchOptions } from './launch-desk.ts';
import { startTcpProxy, type TcpProxy } from './tcp-proxy.ts';

/** A running desk with the screen an agent sees. */
export type OpenDesk = Desk & { readonly screen: DeskScreen };

type Fixtures = {
  /** Starts a desk in a language; all are closed at the test's end. */
  readonly openDesk: (language: Language, options?: LaunchOptions) => Promise<OpenDesk>;
  /** Opens the chat page as a customer of the demo shop; all are closed at the test's end. */
  readonly comeAs: (who: Visit) => Promise<CustomerPage>;
  /** Starts a backend of its own, or one that goes on from another; all are ended at the test's end. */
  readonly runBackend: typeof startBackend;
  /** Lays a line to a backend; all are taken away at the test's end. */
  readonly layLine: (backend: Pick<BackendProcess, 'port'>) => Promise<TcpProxy>;
};

async function open(language: Language, options: LaunchOptions | undefined): Promise<OpenDesk> {
  const desk = await launchDesk(options);
  const screen = new DeskScreen(desk.page, language);
  await screen.painted();
  await screen.set({ language, theme: 'light' });
  return { ...desk, screen };
}

export const test = base.extend<Fixtures, { readonly chromium: Browser }>({
  // Customers come in a browser apart from the desk's own.
  chromium: [
    async ({ playwright }, use) => {
      const executablePath = findChromium(process.env);
      const browser = await playwright.chromium.launch({ ...(executablePath === undefined ? {} : { executablePath }), args: ['--no-sandbox'] });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures needed from the pattern: none.
  openDesk: async ({}, use) => {
    const desks: Desk[] = [];
    await use(async (language, options) => {
      const desk = await open(language, options);
      desks.push(desk);
      return desk;
    });
    await Promise.all(desks.map((desk) => desk.app.close()));
  },
  // oxlint-disable-next-line no-empty-pattern -- as above
  runBackend: async ({}, use) => {
    const backends: BackendProcess[] = [];
    await use(async (earlier) => {
      const backend = await startBackend(earlier);
      backends.push(backend);
      return backend;
    });
    await Promise.all(backends.map((backend) => backend.kill()));
  },
  // oxlint-disable-next-line no-empty-pattern -- as above
  layLine: async ({}, use) => {
    const lines: TcpProxy[] = [];
    await use(async ({ port }) => {
      const line = await startTcpProxy(port);
      lines.push(line);
      return line;
    });
    await Promise.all(lines.map((line) => line.close()));
  },
  comeAs: async ({ chromium }, use) => {
    const customers: CustomerPage[] = [];
    await use(async (who) => {
      const customer = await visit(chromium, who);
      customers.push(customer);
      return customer;
    });
    await Promise.all(customers.map((customer) => customer.close()));
  },
});
