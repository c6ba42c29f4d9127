import type { Workspace } from '../../../src/main/sessions/index.ts';
import { assertNever } from '../../../src/shared/lib/assert-never.ts';
import { STAFF_ONLY } from '../history/history.ts';
import type { World } from './world.ts';
import type { AgentAct, Step } from './steps.ts';
import type { SimulatedDesk } from './simulated-desk.ts';

type AgentStep = Extract<Step, { readonly kind: 'agent' }>;

/** The agent before one conversation, as their screen has it now. */
type Scene = { readonly world: World; readonly desk: SimulatedDesk; readonly workspace: Workspace; readonly conversationId: string; readonly me: string; readonly seenSeq: number; readonly isMine: boolean };

type Posting = { readonly type: string; readonly payload: object; readonly text?: string };

function send({ world, workspace, conversationId, me, seenSeq }: Scene, { type, payload, text }: Posting): void {
  const id = world.newId();
  world.ledger.add({ id, by: me, conversationId, type, text: text ?? null, seenSeq, fate: 'unknown' });
  const taken = workspace.act({ id, type, conversationId, seenSeq, payload: { ...payload } });
  const entry = world.ledger.find(id);
  if (entry) entry.fate = taken.ok ? null : 'not-taken';
}

function lastMessage({ world, me, conversationId }: Scene): string | null {
  return world.ledger.last(me, conversationId, ({ type, fate }) => type === 'message.post' && fate === null)?.id ?? null;
}

function changeLast(scene: Scene, act: 'edit' | 'recall'): void {
  const messageId = lastMessage(scene);
  if (messageId === null) return;
  const text = scene.world.newText('edited');
  if (act === 'recall') send(scene, { type: 'message.recall', payload: { messageId } });
  else send(scene, { type: 'message.edit', payload: { messageId, text } });
}

function saveDraft({ world, desk, workspace, conversationId }: Scene): void {
  const text = world.newText('draft');
  world.drafts.delete(`${desk.login} ${conversationId}`);
  const saved = workspace.drafts.save({ conversationId, mode: 'reply', text, attachments: [] });
  if (saved.ok) world.drafts.set(`${desk.login} ${conversationId}`, text);
}

/** The same act once more, as a second press of the key gives it. */
function sameAgain({ workspace, conversationId }: Scene): void {
  const [entry] = workspace.outbox.entriesOf(conversationId);
  if (entry) workspace.act({ id: entry.id, type: entry.type, conversationId, seenSeq: entry.seenSeq, payload: entry.payload });
}

function sendAnew({ world, workspace, conversationId, seenSeq }: Scene): void {
  const refused = workspace.outbox.entriesOf(conversationId).find(({ state }) => state.kind === 'refused');
  const before = refused && world.ledger.find(refused.id);
  if (!refused || !before) return;
  const newId = world.newId();
  const fate = before.fate;
  before.fate = 'unknown';
  world.ledger.add({ ...before, id: newId, seenSeq, fate: 'unknown', wasParked: true });
  const answer = workspace.outbox.resend({ id: refused.id, newId, seenSeq, text: null });
  before.fate = answer.ok ? 'dropped' : fate;
  const after = world.ledger.find(newId);
  if (after) after.fate = answer.ok ? null : 'not-taken';
}

function dropOne({ world, workspace, conversationId }: Scene): void {
  for (const { id } of workspace.outbox.entriesOf(conversationId)) {
    const entry = world.ledger.find(id);
    const before = entry?.fate ?? null;
    if (entry) entry.fate = 'unknown';
    const answer = workspace.outbox.drop(id);
    if (entry) entry.fate = answer.ok ? 'dropped' : before;
    if (answer.ok) return;
  }
}

function resolve(scene: Scene): void {
  const ticketVersion = scene.workspace.sessions.find(scene.conversationId)?.state?.head.ticket?.version ?? 0;
  send(scene, { type: 'episode.resolve', payload: { disposition: 'solved', ticketVersion } });
}

function perform(scene: Scene, act: AgentAct): void {
  const { world, isMine } = scene;
  const reply = (): void => {
    const text = world.newText('reply');
    send(scene, { type: 'message.post', payload: { text, attachments: [] }, text });
  };
  const note = (): void => {
    const text = world.newText(STAFF_ONLY);
    send(scene, { type: 'note.post', payload: { text }, text });
  };
  switch (act.act) {
    case 'reply': return isMine ? reply() : note();
    case 'note': return note();
    case 'whisper': {
      const text = world.newText(STAFF_ONLY);
      return send(scene, { type: 'whisper.post', payload: { text, to: [scene.me] }, text });
    }
    case 'read': return send(scene, { type: 'read.advance', payload: { upToSeq: scene.seenSeq } });
    case 'take-over': return send(scene, { type: 'conversation.take-over', payload: {} });
    case 'transfer': return send(scene, { type: 'conversation.transfer', payload: { to: { kind: 'agent', id: world.accountOf(act.to) }, note: '' } });
    case 'resolve': return isMine ? resolve(scene) : undefined;
    case 'reopen': return send(scene, { type: 'episode.reopen', payload: {} });
    case 'edit':
    case 'recall': return changeLast(scene, act.act);
    case 'draft': return saveDraft(scene);
    case 'same-again': return sameAgain(scene);
    case 'send-anew': return sendAnew(scene);
    case 'drop': return dropOne(scene);
    default: return assertNever(act);
  }
}

/** The agent does something, if there is a screen to do it on; a machine that dies meanwhile leaves the act's fate open. */
export function actAgent(world: World, step: AgentStep): void {
  const desk = world.desks[step.desk];
  const conversationId = world.pages[step.page]?.visit?.conversationId;
  if (!desk || conversationId === undefined) return;
  desk.attempt((workspace) => {
    const state = workspace.sessions.find(conversationId)?.state;
    if (!state) return;
    const me = workspace.account.id;
    const { head } = state;
    const isMine = head.holder.kind === 'agent' && head.holder.agentId === me;
    perform({ world, desk, workspace, conversationId, me, seenSeq: head.seq, isMine }, step);
  });
}
