import { beforeEach, expect, it } from 'vitest';
import type { Workspace } from '../../../src/main/sessions/index.ts';
import { setUpDesk, signIn, workspaceOf } from './desk-under-test.ts';
import { testId } from './far-end.ts';

const world = setUpDesk();
let conversationId: string;

beforeEach(() => {
  world.far.script(() => 'silent');
  conversationId = world.far.begin();
});

type Mode = 'reply' | 'note';

const save = ({ drafts }: Workspace, mode: Mode, text: string) => drafts.save({ conversationId, mode, text, attachments: [] });
const reply = (text: string) => ({ id: testId(), type: 'message.post', conversationId, seenSeq: 3, payload: { text, attachments: [] } });
const note = (text: string) => ({ id: testId(), type: 'note.post', conversationId, seenSeq: 3, payload: { text } });
const draftsOf = ({ drafts }: Workspace) => ({ reply: drafts.get({ conversationId, mode: 'reply' })?.text ?? null, note: drafts.get({ conversationId, mode: 'note' })?.text ?? null });
const unsentOf = ({ outbox }: Workspace) => outbox.entriesOf(conversationId).map(({ payload }) => payload['text']);

/** Killed: nothing is closed, another process opens the same files. */
async function afterKill(): Promise<Workspace> {
  const again = world.start();
  await again.restore();
  return workspaceOf(again);
}

it('a desk killed after a reply was taken has it in the outbox, and no draft of it', async () => {
  const workspace = await signIn(world.start(), world.far.url);
  save(workspace, 'reply', 'On its way ');
  save(workspace, 'note', 'ask the carrier');
  expect(workspace.act(reply('On its way'))).toMatchObject({ ok: true });
  const reopened = await afterKill();
  expect(unsentOf(reopened)).toEqual(['On its way']);
  expect(draftsOf(reopened)).toEqual({ reply: null, note: 'ask the carrier' });
  expect(reopened.drafts.list()).toMatchObject([{ mode: 'note' }]);
});

it('a note takes its own draft along, and leaves the reply that is being written', async () => {
  const workspace = await signIn(world.start(), world.far.url);
  save(workspace, 'reply', 'asked the carrier');
  save(workspace, 'note', 'asked the carrier');
  workspace.act(note('asked the carrier'));
  expect(draftsOf(await afterKill())).toEqual({ reply: 'asked the carrier', note: null });
});

it('words that were written on meanwhile stay', async () => {
  const workspace = await signIn(world.start(), world.far.url);
  save(workspace, 'reply', 'On its way. Tomorrow');
  workspace.act(reply('On its way.'));
  expect(draftsOf(await afterKill()).reply).toBe('On its way. Tomorrow');
});

it('an act that is not taken leaves its draft', async () => {
  const workspace = await signIn(world.start(), world.far.url);
  const long = 'x'.repeat(20_001);
  save(workspace, 'reply', long);
  expect(workspace.act(reply(long))).toMatchObject({ error: { code: 'TOO_LARGE' } });
  expect(draftsOf(await afterKill()).reply).toBe(long);
});

it('the same act once more takes no draft written since', async () => {
  const workspace = await signIn(world.start(), world.far.url);
  const act = reply('thanks');
  workspace.act(act);
  save(workspace, 'reply', 'thanks');
  expect(workspace.act(act)).toMatchObject({ ok: true });
  expect(draftsOf(workspace).reply).toBe('thanks');
});
