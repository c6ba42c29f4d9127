import { expect } from '@playwright/test';
import type { Language } from '../../src/shared/contracts/basics.ts';
import { test, type OpenDesk } from '../e2e/setup/baton-test.ts';
import type { CustomerPage, Visit } from '../e2e/setup/customer-page.ts';
import type { DeskScreen } from '../e2e/setup/desk-screen.ts';
import { DEMO_PASSWORD } from '../e2e/setup/log-reader.ts';
import { anyOf } from '../e2e/setup/words.ts';
import { CASTS, type Cast } from './cast.ts';
import { takeBothSchemes, takeBothThemes, takePicture } from './take-picture.ts';

type Come = (who: Visit) => Promise<CustomerPage>;
type Place = { readonly chatPage: string; readonly language: Language };

/** Says everything in turn; each word of it waits for an answer to the one before. */
async function sayAll(customer: CustomerPage, words: readonly string[]): Promise<void> {
  const answers = customer.said.locator('.them');
  for (const text of words) {
    const before = await answers.count();
    await customer.say(text);
    await expect.poll(() => answers.count()).toBeGreaterThan(before);
  }
}

async function seedOthers(comeAs: Come, place: Place, { others }: Cast): Promise<void> {
  for (const { as, says } of others) {
    const customer = await comeAs({ ...place, as });
    await sayAll(customer, says);
    await customer.close();
  }
}

async function answerOthers(screen: DeskScreen, { others }: Cast): Promise<void> {
  for (const { name, answer } of others) {
    if (answer === undefined) continue;
    await screen.open(name);
    await screen.send(answer);
    await expect(screen.saying(answer)).toBeVisible();
  }
}

/** The main story up to the moment at which the agent decides. */
async function playLead(screen: DeskScreen, customer: CustomerPage, cast: Cast): Promise<void> {
  const { lead, note, greeting } = cast;
  await sayAll(customer, lead.says);
  await screen.open(lead.name);
  await screen.page.getByRole('tab', { name: screen.words.composer.note }).click();
  await screen.note.fill(note);
  await screen.note.press('Control+Enter');
  await expect(screen.saying(note)).toBeVisible();
  await screen.page.getByRole('tab', { name: screen.words.composer.reply }).click();
  await screen.send(greeting);
  await expect(customer.saying(greeting)).toBeVisible();
  await customer.say(lead.wish);
  await screen.saying(lead.wish).waitFor();
  await screen.suggestion.waitFor();
}

async function openRefund({ page, context, words }: DeskScreen): Promise<void> {
  await context.getByRole('button', { name: words.actions.refund.title, exact: true }).click();
  const form = page.getByRole('form', { name: words.actions.refund.title });
  await form.getByRole('textbox', { name: words.actions.refund.fields.amount }).fill('98');
  await form.getByRole('button', { name: /98/ }).waitFor();
}

async function openTrace({ page, transcript, words }: DeskScreen): Promise<void> {
  await transcript.hover();
  await page.mouse.wheel(0, -2_000);
  await transcript.getByRole('button', { name: anyOf(words.transcript.trace.title) }).first().click();
}

async function takeNarrow({ app, page, screen }: OpenDesk, name: string): Promise<void> {
  await screen.set({ theme: 'light' });
  const resize = (width: number, height: number) => app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setBounds(size), { width, height });
  await resize(1024, 768);
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(1024);
  await takePicture(page, name);
  await resize(1440, 900);
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(1440);
}

for (const language of ['zh', 'en'] as const) {
  test(`pictures of the desk and the chat page (${language})`, async ({ openDesk, runBackend, layLine, comeAs }) => {
    const cast = CASTS[language];
    const backend = await runBackend();
    const line = await layLine(backend);
    const desk = await openDesk(language);
    const { screen, page } = desk;
    await takeBothThemes(screen, `signin-${language}`);

    await screen.signIn({ server: line.address, login: 'lin.zhiyao', password: DEMO_PASSWORD });
    await seedOthers(comeAs, { chatPage: backend.chatPage, language }, cast);
    await answerOthers(screen, cast);
    const customer = await comeAs({ chatPage: backend.chatPage, language, as: cast.lead.as });
    await playLead(screen, customer, cast);
    await openRefund(screen);
    await page.keyboard.press('Alt+1');
    await takeBothThemes(screen, `desk-${language}`);
    await takeBothSchemes(customer.page, `chat-${language}`);
    if (language === 'zh') await takeNarrow(desk, 'desk-1024');
    await screen.reply.fill(cast.doubtful);
    await screen.conversation.getByText(screen.words.codes.phraseRule['promise-beyond-policy']).waitFor();
    await openTrace(screen);
    await takeBothThemes(screen, `desk-trace-${language}`);

    await page.getByRole('link', { name: screen.words.rail.settings }).click();
    await takeBothThemes(screen, `settings-${language}`);
    await page.getByRole('link', { name: screen.words.rail.desk }).click();

    line.become('cut');
    await screen.send(cast.reply);
    await expect(screen.offlineStrip).toBeVisible();
    await takeBothThemes(screen, `offline-${language}`);
    await customer.say(cast.lead.afterthought);
    line.become('open');
    await screen.staleDialog.waitFor();
    await takeBothThemes(screen, `stale-${language}`);
  });
}
