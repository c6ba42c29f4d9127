import { expect } from '@playwright/test';
import type { Language } from '../../src/shared/contracts/basics.ts';
import { test } from './setup/baton-test.ts';
import type { DeskScreen } from './setup/desk-screen.ts';
import { timed } from './setup/timed.ts';
import { anyOf, chatWords, fill } from './setup/words.ts';

/** The same story twice: cups arrived broken, and what was sent instead went back. */
const STORIES = {
  zh: {
    slug: 'chen-xiaoman',
    name: '陈小满',
    agent: '林知遥',
    question: '茶具可以放洗碗机吗？',
    problem: 'B2048-7713 收到两只杯子碎了，补发的又被退回去了，再不处理我就投诉到平台',
    evidence: '再不处理我就投诉',
    wish: '那现在到底怎么办？能退两只杯子的钱吗',
    summary: 'B2048-7713',
    amount: '¥98.00',
  },
  en: {
    slug: 'mira-calder',
    name: 'Mira Calder',
    agent: 'Lin Zhiyao',
    question: 'Can the tea set go in the dishwasher?',
    problem: 'Two cups in B2048-8801 arrived broken and the replacement was sent back. If nobody helps I will report you to the platform',
    evidence: 'I will report you',
    wish: 'How is a partial refund worked out for two cups?',
    summary: 'B2048-8801',
    amount: '¥98.00',
  },
} as const satisfies { readonly [L in Language]: object };

/** Pays back a part of the order by its form: the button repeats what it costs. */
async function refund(screen: DeskScreen, amount: string): Promise<void> {
  const { actions } = screen.words;
  await screen.context.getByRole('button', { name: actions.refund.title, exact: true }).click();
  const form = screen.page.getByRole('form', { name: actions.refund.title });
  await form.getByRole('textbox', { name: actions.refund.fields.amount }).fill('98');
  await form.getByRole('button', { name: fill(actions.refund.submit, { amount }), exact: true }).click();
  await expect(screen.context.getByRole('status').filter({ hasText: anyOf(actions.form.done) })).toBeVisible();
}

for (const language of ['zh', 'en'] as const) {
  const story = STORIES[language];
  const chat = chatWords(language);

  test(`a customer is answered by the bot, handed to a person and helped (${language})`, async ({ openDesk, comeAs }) => {
    const { screen, page } = await openDesk(language);
    const chatPage = await screen.signInDemo();
    const customer = await comeAs({ chatPage, as: story.slug, language });

    await customer.say(story.question);
    const atDesk = await timed(() => screen.row(story.name).waitFor());
    await expect(customer.served).toHaveText(chat.bot);
    await expect(customer.said.locator('.bot')).toHaveCount(1);

    await customer.say(story.problem);
    const { codes, transcript } = screen.words;
    const handedOff = await timed(() => screen.row(story.name).and(page.getByRole('button', { name: codes.flag['complaint-platform'] })).waitFor());
    process.stdout.write(`    customer's word on the desk after ${atDesk} ms, handed off after ${handedOff} ms\n`);
    expect(Math.max(atDesk, handedOff)).toBeLessThan(5_000);
    await expect(customer.served).toHaveText(story.agent);
    await expect(customer.said.getByText(chat.lines['assignment.accepted']?.(story.agent) ?? '')).toBeVisible();

    await screen.open(story.name);
    await screen.transcript.getByRole('button', { name: anyOf(transcript.trace.title) }).click();
    await expect(screen.transcript.getByRole('definition').filter({ hasText: / v\d+$/ })).toBeVisible();
    await expect(screen.packet).toContainText(story.summary);
    await expect(screen.packet).toContainText(codes.packetReason.risk);
    await expect(screen.transcript.getByText(codes.flag['complaint-platform'])).toBeVisible();
    await expect(screen.transcript.locator('mark').filter({ hasText: story.evidence })).toBeVisible();
    await expect(screen.context.getByRole('heading', { name: anyOf(screen.words.ticket.title) })).toBeVisible();

    await customer.say(story.wish);
    // What is answered has been read: else the reply would rightly stop at it.
    await expect(screen.saying(story.wish)).toBeVisible();
    await screen.suggestion.waitFor();
    await page.keyboard.press('Alt+1');
    await expect(screen.reply).not.toHaveValue('');
    const reply = await screen.reply.inputValue();
    await expect(screen.suggestion).toContainText(reply);
    await page.keyboard.press('Control+Enter');
    await expect(screen.reply).toHaveValue('');
    await expect(customer.saying(reply)).toBeVisible();

    await refund(screen, story.amount);
    const receipt = customer.receipt(chat.receipts['refund'] ?? '');
    await expect(receipt).toContainText('98.00');
    const number = /\S+$/.exec((await receipt.locator('.second').textContent()) ?? '')?.[0] ?? 'no number';
    await expect(screen.transcript.getByText(fill(transcript.action.receipt, { number }))).toBeVisible();

    await screen.resolve();
    await expect(customer.said.getByText(chat.lines['episode.resolved']?.(null) ?? '')).toBeVisible();
    await expect(customer.page.getByText(chat.resolvedNote)).toBeVisible();
    await expect(screen.button(screen.words.conversation.reopen)).toBeVisible();
  });
}
