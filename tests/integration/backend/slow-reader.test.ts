import { afterAll, beforeAll, expect, it } from 'vitest';
import { v7 } from 'uuid';
import type { Activity } from '../../../src/shared/contracts/wire/staff-socket.ts';
import { LIMITS } from '../../../src/shared/lib/limits.ts';
import { PROTOCOL_VERSION } from '../../../src/shared/lib/protocol.ts';
import { openWireLine } from '../../bench/flow/wire-line.ts';
import { startBackend, type BackendUnderTest } from './backend-under-test.ts';
import { openDesk, openPage, say } from './line-under-test.ts';

let backend: BackendUnderTest;
beforeAll(async () => {
  backend = await startBackend({ kind: 'sqlite', isRunning: false });
});
afterAll(() => backend.stop());

/** About a megabyte. */
const MESSAGES = 18;
/** More than the system keeps for a line that nobody reads. */
const ASKED = 40;

async function longConversation(): Promise<string> {
  const { conversationId, token } = await backend.startVisit();
  const page = await openPage(backend.url, token);
  for (let count = 0; count < MESSAGES; count += 1) await page.ask('command', say('好'.repeat(LIMITS.messageCodePoints)));
  page.close();
  return conversationId;
}

it('makes no more answers for who does not read, until they do', async () => {
  const long = await longConversation();
  const { conversationId } = await backend.startVisit();
  const colleague = await openDesk(backend.url, (await backend.signIn('zhou.yu')).accessToken);
  await colleague.ask('open', { conversationId, afterSeq: null });
  const { accessToken: token } = await backend.signIn('lin.zhiyao');
  const deaf = await openWireLine({ port: Number(new URL(backend.url).port), auth: { protocol: PROTOCOL_VERSION, token, deviceId: v7(), epoch: 1 } });
  deaf.socket.pause();
  const ask = (id: string): Promise<string> => deaf.ask('open', JSON.stringify({ conversationId: id, afterSeq: null }));
  const asked = Array.from({ length: ASKED }, () => ask(long));
  const looked = ask(conversationId);
  // Each takes a turn, and the deaf one has every other.
  for (let turn = 0; turn <= ASKED; turn += 1) await colleague.ask('open', { conversationId, afterSeq: 0 });
  const viewing = (): boolean => colleague.heard<Activity>('activity').some((activity) => activity.conversationId === conversationId && activity.what === 'viewing');
  expect(viewing()).toBe(false);
  deaf.socket.resume();
  await expect.poll(viewing, { timeout: 10_000 }).toBe(true);
  for (const answer of await Promise.all([...asked, looked])) expect(answer.startsWith('[{"ok":true')).toBe(true);
  deaf.close();
  colleague.close();
});
