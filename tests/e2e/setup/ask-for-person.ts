import type { CustomerPage } from './customer-page.ts';
import type { DeskScreen } from './desk-screen.ts';

const WISH = 'I want to talk to a person, please.';

/**
 * An English customer asks for a person, and the agent at the desk, who is accepting, opens the conversation. Answers the
 * conversation's id.
 */
export async function askForPerson(customer: CustomerPage, screen: DeskScreen, name: string): Promise<string> {
  await customer.say(WISH);
  await screen.row(name).waitFor();
  const id = await screen.row(name).getAttribute('data-conversation');
  await screen.open(name);
  await screen.reply.waitFor();
  if (id === null) throw new Error('The row names no conversation');
  return id;
}
