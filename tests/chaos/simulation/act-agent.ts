import { assertNever } from '../../../src/shared/lib/assert-never.ts';
import { STAFF_ONLY } from '../history/history.ts';
import { send, type Scene } from './agent-scene.ts';
import { actOnOrder, decideAction, escalate, judgeFlag, moveTicket, resolve, snooze } from './case-acts.ts';
import { dropOne, sameAgain, saveDraft, sendAnew } from './outbox-acts.ts';
import { scrollBack } from './scroll-back.ts';
import { sendFile } from './send-file.ts';
import type { AgentAct, CaseAct, Step } from './steps.ts';
import type { World } from './world.ts';

type AgentStep = Extract<Step, { readonly kind: 'agent' }>;

function lastMessage({ world, me, conversationId }: Scene): string | null {
  return world.ledger.last(me, conversationId, ({ type, fate }) => type === 'message.post' && fate === null)?.id ?? null;
}

function changeLast(scene: Scene, act: 'edit' | 'recall'): void {
  const messageId = lastMessage(scene);
  if (messageId === null) return;
  if (act === 'recall') send(scene, { type: 'message.recall', payload: { messageId } });
  else send(scene, { type: 'message.edit', payload: { messageId, text: scene.world.newText('edited') } });
}

function note(scene: Scene): void {
  const text = scene.world.newText(STAFF_ONLY);
  send(scene, { type: 'note.post', payload: { text }, text });
}

function whisper(scene: Scene): void {
  const text = scene.world.newText(STAFF_ONLY);
  send(scene, { type: 'whisper.post', payload: { text, to: [scene.world.accountOf(0)] }, text });
}

/** Ready for what the queue hands out; asked of the backend, never queued. */
const acceptWork = ({ workspace }: Scene): void => void workspace.presence.set({ state: 'accepting', reason: null });

const takeOver = (scene: Scene): void => send(scene, { type: 'conversation.take-over', payload: {} });

/**
 * As people do it: answers what is theirs, takes what no person has, and leaves the rest to its owner; a lead speaks anywhere. What stands in
 * the composer is what is sent.
 */
function reply(scene: Scene): void {
  const { holder } = scene.head;
  if (holder.kind !== 'agent') return takeOver(scene);
  if (holder.agentId !== scene.me && scene.workspace.account.role === 'agent') return;
  const text = scene.workspace.drafts.get({ conversationId: scene.conversationId, mode: 'reply' })?.text ?? scene.world.newText('reply');
  send(scene, { type: 'message.post', payload: { text, attachments: [] }, text });
}

const isMine = ({ head: { holder }, me }: Scene): boolean => holder.kind === 'agent' && holder.agentId === me;

function talk(scene: Scene, act: AgentAct): void {
  switch (act.act) {
    case 'reply': return reply(scene);
    case 'note': return note(scene);
    case 'whisper': return scene.workspace.account.role === 'agent' ? note(scene) : whisper(scene);
    case 'read': return send(scene, { type: 'read.advance', payload: { upToSeq: scene.seenSeq } });
    case 'take-over': return takeOver(scene);
    case 'transfer': return send(scene, { type: 'conversation.transfer', payload: { to: { kind: 'agent', id: scene.world.accountOf(act.to) }, note: '' } });
    case 'resolve': return isMine(scene) ? resolve(scene) : undefined;
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

function perform(scene: Scene, act: AgentAct | CaseAct): void {
  switch (act.act) {
    case 'snooze': return isMine(scene) ? snooze(scene) : undefined;
    case 'unsnooze': return send(scene, { type: 'conversation.unsnooze', payload: {} });
    case 'ticket': return moveTicket(scene);
    case 'escalate': return escalate(scene);
    case 'judge-flag': return judgeFlag(scene);
    case 'order': return actOnOrder(scene, act);
    case 'decide': return decideAction(scene, act.verdict);
    case 'accept-work': return acceptWork(scene);
    case 'scroll-back': return void scrollBack(scene);
    case 'file': return void sendFile(scene);
    default: return talk(scene, act);
  }
}

/** The agent does something, if there is a screen to do it on; a machine that dies meanwhile leaves the act's fate open. */
export function actAgent(world: World, step: AgentStep): void {
  const desk = world.desks[step.desk];
  const conversationId = world.pages[step.page]?.visit?.conversationId;
  if (!desk || conversationId === undefined) return;
  desk.attempt((workspace) => {
    const head = workspace.sessions.find(conversationId)?.state?.head;
    if (head) perform({ world, desk, workspace, conversationId, me: workspace.account.id, seenSeq: head.seq, head }, step);
  });
}
