import { askForPerson } from './ask-for-person.ts';
import type { BackendProcess } from './backend-process.ts';
import { test as base, type OpenDesk } from './baton-test.ts';
import type { CustomerPage } from './customer-page.ts';
import { DEMO_PASSWORD, openLogReader, type LogReader } from './log-reader.ts';
import type { TcpProxy } from './tcp-proxy.ts';

/** An agent in conversation with Mira Calder, on a backend of its own at the other end of a line that can be disturbed. */
export type DistantDesk = {
  readonly backend: BackendProcess;
  readonly line: TcpProxy;
  readonly desk: OpenDesk;
  readonly customer: CustomerPage;
  readonly conversationId: string;
  readonly log: LogReader;
};

export const NAME = 'Mira Calder';
const LOGIN = 'lin.zhiyao';

/** A machine with a keyring, so that the sign-in outlives the application. */
export const WITH_KEYRING = { ELECTRON_STANDIN_PASSWORD_STORE: 'gnome-libsecret' };

export const test = base.extend<{ readonly distant: DistantDesk }>({
  distant: async ({ runBackend, layLine, openDesk, comeAs }, use) => {
    const backend = await runBackend();
    const line = await layLine(backend);
    const desk = await openDesk('en', { env: WITH_KEYRING });
    await desk.screen.signIn({ server: line.address, login: LOGIN, password: DEMO_PASSWORD });
    // The customer has a line of their own.
    const customer = await comeAs({ chatPage: backend.chatPage, as: 'mira-calder', language: 'en' });
    const conversationId = await askForPerson(customer, desk.screen, NAME);
    await use({ backend, line, desk, customer, conversationId, log: await openLogReader(backend.address) });
  },
});
