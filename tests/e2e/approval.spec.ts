import { expect } from '@playwright/test';
import { askForPerson } from './setup/ask-for-person.ts';
import { test as base, type OpenDesk } from './setup/baton-test.ts';
import type { CustomerPage } from './setup/customer-page.ts';
import { DEMO_PASSWORD } from './setup/log-reader.ts';
import { chatWords, fill } from './setup/words.ts';

const NAME = 'Hana Frey';
const ORDER = 'B2048-4613';
const chat = chatWords('en');

/** What an agent may not decide alone stands before a lead at another desk. */
const test = base.extend<{ readonly asked: { readonly agent: OpenDesk; readonly lead: OpenDesk; readonly customer: CustomerPage } }>({
  asked: async ({ runBackend, openDesk, comeAs }, use) => {
    const backend = await runBackend();
    const agent = await openDesk('en');
    await agent.screen.signIn({ server: backend.address, login: 'lin.zhiyao', password: DEMO_PASSWORD });
    const customer = await comeAs({ chatPage: backend.chatPage, as: 'hana-frey', language: 'en' });
    await askForPerson(customer, agent.screen, NAME);
    await customer.say(`${ORDER} fell apart, I want all my money back`);
    await propose(agent);
    const lead = await openDesk('en');
    await lead.screen.signIn({ server: backend.address, login: 'he.wen', password: DEMO_PASSWORD });
    await lead.screen.open(NAME);
    await use({ agent, lead, customer });
  },
});

/** The whole price, which is above the agent's limit: the button asks a lead instead. */
async function propose({ screen, page }: OpenDesk): Promise<void> {
  const { actions } = screen.words;
  await screen.context.getByText(ORDER).first().waitFor();
  await screen.context.getByRole('button', { name: actions.refund.title, exact: true }).click();
  const form = page.getByRole('form', { name: actions.refund.title });
  await form.getByRole('textbox', { name: actions.refund.fields.amount }).fill('800');
  const act = fill(actions.refund.submit, { amount: '¥800.00' });
  await form.getByRole('button', { name: fill(actions.form.propose, { act }), exact: true }).click();
  await expect(screen.context.getByRole('status').filter({ hasText: fill(actions.form.proposed, { act }) })).toBeVisible();
}

test('a refund above the agent\'s limit runs once a lead approves it', async ({ asked: { agent, lead, customer } }) => {
  const { action } = lead.screen.words.transcript;
  await expect(agent.screen.transcript.getByRole('button', { name: action.approve })).toHaveCount(0);
  await lead.screen.transcript.getByRole('button', { name: action.approve }).click();
  await expect(customer.receipt(chat.receipts['refund'] ?? '')).toContainText('800.00');
  await expect(lead.screen.transcript.getByRole('button', { name: action.approve })).toHaveCount(0);
  await expect(agent.screen.transcript.getByText(agent.screen.words.codes.actionState.executed)).toBeVisible();
});

test('a refund that a lead declines does not run, and the agent reads why', async ({ asked: { agent, lead, customer } }) => {
  const { action } = lead.screen.words.transcript;
  await lead.screen.transcript.getByRole('button', { name: action.decline }).click();
  await lead.screen.transcript.getByRole('textbox', { name: action.declineReason }).fill('The warranty covers a new set');
  await lead.screen.transcript.getByRole('button', { name: action.decline }).click();
  await expect(agent.screen.transcript.getByText('The warranty covers a new set')).toBeVisible();
  await expect(customer.receipt(chat.receipts['refund'] ?? '')).toHaveCount(0);
});
