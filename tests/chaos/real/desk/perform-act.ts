import type { Workspace } from '../../../../src/main/sessions/index.ts';
import { assertNever } from '../../../../src/shared/lib/assert-never.ts';
import { STAFF_ONLY } from '../../history/history.ts';
import type { Order } from './desk-words.ts';
import type { Notebook } from './notebook.ts';

/** The person before one conversation, as their screen has it now. */
type Scene = { readonly workspace: Workspace; readonly notebook: Notebook; readonly order: Order; readonly seenSeq: number; readonly ticketVersion: number; readonly isMine: boolean };

type Posting = { readonly type: string; readonly payload: object; readonly text?: string };

/** Drafts bear the staff's mark as well: no customer may ever read what was not sent. */
const staffText = (text: string): string => `${STAFF_ONLY} ${text}`;

function send({ workspace, notebook, order: { id, conversationId }, seenSeq }: Scene, { type, payload, text }: Posting): void {
  notebook.write({ kind: 'begins', id, by: workspace.account.id, conversationId, type, text: text ?? null, seenSeq });
  const taken = workspace.act({ id, type, conversationId, seenSeq, payload: { ...payload } });
  notebook.write({ kind: 'took', id, ok: taken.ok, code: taken.ok ? null : taken.error.code });
}

function post(scene: Scene, type: 'message.post' | 'note.post' | 'whisper.post'): void {
  const { order, workspace } = scene;
  if (type === 'message.post') return send(scene, { type, payload: { text: order.text, attachments: [] }, text: order.text });
  const text = staffText(order.text);
  send(scene, { type, payload: type === 'note.post' ? { text } : { text, to: [workspace.account.id] }, text });
}

/** The last message of one's own that stands in the log; nothing when there is none. */
function changeLast(scene: Scene, act: 'edit' | 'recall'): void {
  const { workspace, order } = scene;
  const items = workspace.sessions.find(order.conversationId)?.state?.window.items ?? [];
  const last = items.findLast((item) => item.kind === 'message' && item.actor.id === workspace.account.id && !item.recalled);
  if (last?.kind !== 'message') return;
  if (act === 'recall') send(scene, { type: 'message.recall', payload: { messageId: last.id } });
  else send(scene, { type: 'message.edit', payload: { messageId: last.id, text: order.text } });
}

function saveDraft({ workspace, notebook, order: { conversationId, text } }: Scene): void {
  notebook.write({ kind: 'begins-draft', conversationId, text, ok: true });
  const saved = workspace.drafts.save({ conversationId, mode: 'reply', text, attachments: [] });
  notebook.write({ kind: 'saved-draft', conversationId, text, ok: saved.ok });
}

/** The same act once more, as a second press of the key gives it. */
function sameAgain({ workspace, order: { conversationId } }: Scene): void {
  const [entry] = workspace.outbox.entriesOf(conversationId);
  if (entry) workspace.act({ id: entry.id, type: entry.type, conversationId, seenSeq: entry.seenSeq, payload: entry.payload });
}

function sendAnew({ workspace, notebook, order: { conversationId, id: newId }, seenSeq }: Scene): void {
  const refused = workspace.outbox.entriesOf(conversationId).find(({ state }) => state.kind === 'refused');
  if (!refused) return;
  notebook.write({ kind: 'begins-anew', id: refused.id, newId, seenSeq });
  const answer = workspace.outbox.resend({ id: refused.id, newId, seenSeq, text: null });
  notebook.write({ kind: 'took-anew', id: refused.id, newId, ok: answer.ok });
}

function dropOne({ workspace, notebook, order: { conversationId } }: Scene): void {
  for (const { id } of workspace.outbox.entriesOf(conversationId)) {
    notebook.write({ kind: 'begins-drop', id });
    const answer = workspace.outbox.drop(id);
    notebook.write({ kind: 'dropped', id, ok: answer.ok });
    if (answer.ok) return;
  }
}

function perform(scene: Scene): void {
  const { order, isMine, seenSeq, ticketVersion } = scene;
  switch (order.act) {
    case 'reply': return post(scene, isMine ? 'message.post' : 'note.post');
    case 'note': return post(scene, 'note.post');
    case 'whisper': return post(scene, 'whisper.post');
    case 'read': return send(scene, { type: 'read.advance', payload: { upToSeq: seenSeq } });
    case 'take-over': return send(scene, { type: 'conversation.take-over', payload: {} });
    case 'transfer': return send(scene, { type: 'conversation.transfer', payload: { to: { kind: 'agent', id: order.to }, note: '' } });
    case 'resolve': return isMine ? send(scene, { type: 'episode.resolve', payload: { disposition: 'solved', ticketVersion } }) : undefined;
    case 'reopen': return send(scene, { type: 'episode.reopen', payload: {} });
    case 'edit':
    case 'recall': return changeLast(scene, order.act);
    case 'draft': return saveDraft(scene);
    case 'same-again': return sameAgain(scene);
    case 'send-anew': return sendAnew(scene);
    case 'drop': return dropOne(scene);
    default: return assertNever(order.act);
  }
}

/** The person does something, if the conversation is on their screen. */
export function performAct(workspace: Workspace, order: Order, notebook: Notebook): void {
  const state = workspace.sessions.find(order.conversationId)?.state;
  if (!state) return;
  const { head } = state;
  const isMine = head.holder.kind === 'agent' && head.holder.agentId === workspace.account.id;
  perform({ workspace, notebook, order, seenSeq: head.seq, ticketVersion: head.ticket?.version ?? 0, isMine });
}
