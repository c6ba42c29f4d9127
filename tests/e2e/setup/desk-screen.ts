import { expect, type Locator, type Page } from '@playwright/test';
import type { Language } from '../../../src/shared/contracts/basics.ts';
import type { AppState, Settings } from '../../../src/shared/contracts/bridge/app-state.ts';
import type { Bridge } from '../../../src/shared/contracts/bridge/channels.ts';
import { anyOf, deskWords, fill, startingWith } from './words.ts';

declare global {
  interface Window {
    readonly baton: Bridge;
  }
}

export type SignIn = { readonly server: string; readonly login: string; readonly password: string };

/** The desk's window as an agent sees it: everything by its role and its words in one language. */
export class DeskScreen {
  readonly page: Page;
  readonly words: ReturnType<typeof deskWords>;

  constructor(page: Page, language: Language) {
    this.page = page;
    this.words = deskWords(language);
  }

  get list(): Locator {
    return this.page.getByRole('region', { name: this.words.inbox.label });
  }

  get conversation(): Locator {
    return this.page.getByRole('main', { name: this.words.conversation.label });
  }

  get context(): Locator {
    return this.page.getByRole('complementary', { name: this.words.context.label });
  }

  get transcript(): Locator {
    return this.page.getByRole('log');
  }

  get reply(): Locator {
    return this.page.getByRole('textbox', { name: this.words.composer.reply, exact: true });
  }

  get note(): Locator {
    return this.page.getByRole('textbox', { name: this.words.composer.note, exact: true });
  }

  get packet(): Locator {
    return this.transcript.getByRole('region', { name: this.words.transcript.packet.title });
  }

  get staleDialog(): Locator {
    return this.page.getByRole('alertdialog');
  }

  /** The first suggestion, if it is fresh: a withdrawn one stays for a moment and can't be taken. */
  get suggestion(): Locator {
    return this.page.getByRole('button', { name: /^Alt 1 /, disabled: false });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name: startingWith(name) });
  }

  /** A customer's row in the list; a row is spoken beginning with its name. */
  row(name: string): Locator {
    return this.list.getByRole('button', { name: startingWith(name) });
  }

  /** What was said with exactly these words. */
  saying(text: string): Locator {
    return this.transcript.getByText(text, { exact: true });
  }

  /** Settles when the window has drawn something. */
  painted(): Promise<void> {
    return this.page.locator('#root > *').first().waitFor();
  }

  async state(): Promise<AppState> {
    const answer = await this.page.evaluate(() => window.baton.query('app.get', null));
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value;
  }

  async set(settings: Partial<Settings>): Promise<void> {
    await this.page.evaluate((wanted) => window.baton.command('settings.change', wanted), settings);
  }

  /** Into the demo shop with one key; answers the address of its chat page. */
  async signInDemo(): Promise<string> {
    await this.button(this.words.signIn.demo).waitFor();
    await this.page.keyboard.press('Control+D');
    await this.list.waitFor({ timeout: 30_000 });
    const { chatPage } = await this.state();
    if (chatPage === null) throw new Error('The demo shop has no chat page');
    return chatPage;
  }

  async signIn({ server, login, password }: SignIn): Promise<void> {
    const { signIn } = this.words;
    await this.page.getByLabel(signIn.server).fill(server);
    await this.page.getByLabel(signIn.account).fill(login);
    await this.page.getByRole('textbox', { name: signIn.password }).fill(password);
    await this.page.getByRole('button', { name: startingWith(signIn.submit) }).click();
    await this.list.waitFor({ timeout: 30_000 });
  }

  /** What colleagues see of the person, and the way to change it. */
  get presence(): Locator {
    return this.page.getByRole('button', { name: anyOf(this.words.rail.load) });
  }

  async open(name: string): Promise<void> {
    await this.row(name).click();
    // The list stands still while the hand is on it.
    await this.transcript.hover();
  }

  /** Opens a conversation and makes it the agent's own. */
  async takeOver(name: string): Promise<void> {
    await this.open(name);
    await this.button(this.words.conversation.takeOver).click();
    await this.reply.waitFor();
  }

  async send(text: string): Promise<void> {
    await this.reply.fill(text);
    await this.reply.press('Control+Enter');
    await expect(this.reply).toHaveValue('');
  }

  async resolve(): Promise<void> {
    await this.button(this.words.conversation.resolve).click();
    await this.page.getByRole('dialog').getByRole('button', { name: this.words.conversation.resolveAs.submit }).click();
  }

  /** The strip that says that the line is cut; it stands there a second time for screen readers, without the clock. */
  get offlineStrip(): Locator {
    return this.conversation.getByText(anyOf(this.words.connection.offline)).first();
  }

  /** Says that what is written lies on this device. */
  get draftKept(): Locator {
    return this.conversation.getByText(anyOf(this.words.composer.savedAt));
  }

  /** The note under a reply that waits on this device. */
  queued(place: number): Locator {
    return this.transcript.getByText(fill(this.words.transcript.pending.queued, { place }));
  }
}
