import { z } from 'zod';
import type { Workspace } from '../../../../src/main/sessions/index.ts';
import { assertNever } from '../../../../src/shared/lib/assert-never.ts';
import type { ConversationHead } from '../../../../src/shared/contracts/conversation-state.ts';
import { STAFF_ONLY } from '../../history/history.ts';
import { ORDER_NUMBER } from '../../simulation/demo-customer.ts';
import { contentOf, FILE_TYPE } from '../../simulation/file-content.ts';
import type { Order } from './desk-words.ts';
import type { Notebook } from './notebook.ts';

/** The person before one conversation, as their screen has it now. */
type Scene = { readonly workspace: Workspace; readonly notebook: Notebook; readonly order: Order; readonly head: ConversationHead };

type Posting = { readonly type: string; readonly payload: object; readonly text?: string };

/** Drafts bear the staff's mark as well: no customer may ever read what was not sent. */
const staffText = (text: string): string => `${STAFF_ONLY} ${text}`;

const isMine = ({ workspace, head: { holder } }: Scene): boolean => holder.kind === 'agent' && holder.agentId === workspace.account.id;

function send({ workspace, notebook, order: { id, conversationId }, head: { seq: seenSeq } }: Scene, { type, payload, text }: Posting): void {
  notebook.write({ kind: 'begins', id, by: workspace.account.id, conversationId, type, text: text ?? null, payload: { ...payload }, seenSeq });
  const taken = workspace.act({ id, type, conversationId, seenSeq, payload: { ...payload } });
  notebook.write({ kind: 'took', id, ok: taken.ok, code: taken.ok ? null : taken.error.code });
}

/** What stands in the composer is what is sent. */
function reply(scene: Scene): void {
  const { order: { conversationId, text: words }, workspace } = scene;
  const text = workspace.drafts.get({ conversationId, mode: 'reply' })?.text ?? words;
  send(scene, { type: 'message.post', payload: { text, attachments: [] }, text });
}

function post(scene: Scene, type: 'note.post' | 'whisper.post'): void {
  const { order, workspace } = scene;
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

function sendAnew({ workspace, notebook, order: { conversationId, id: newId }, head: { seq: seenSeq } }: Scene): void {
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

/** Lets the person go on once the service has answered, if they still sit at the same desk and see the conversation. */
type GoOn = (then: (scene: Scene) => void) => void;

/** Puts a file into the store and then sends it with a reply, if the conversation is the agent's by then. */
async function sendFile({ workspace, order }: Scene, goOn: GoOn): Promise<void> {
  const name = `${order.text}.pdf`;
  const stored = await workspace.api.upload({ name, mediaType: FILE_TYPE, bytes: contentOf(name) });
  if (!stored.ok) return;
  goOn((scene) => (isMine(scene) ? send(scene, { type: 'message.post', payload: { text: order.text, attachments: [stored.value] }, text: order.text }) : undefined));
}

const customerAnswerSchema = z.object({ orders: z.array(z.object({ number: z.string(), version: z.string() })) });

/** Looks at the customer's order, and gives a coupon for it as it was seen. */
async function actOnOrder({ workspace, order, head }: Scene, goOn: GoOn): Promise<void> {
  const answer = await workspace.api.ask(['customers', 'get'], { customerId: head.customerId });
  const seen = answer.ok ? customerAnswerSchema.parse(answer.value).orders.find(({ number }) => number === ORDER_NUMBER) : undefined;
  if (!seen) return;
  goOn((scene) => send(scene, { type: 'action.execute', payload: { kind: 'coupon', orderNumber: seen.number, orderVersion: seen.version, arguments: { amount: order.amount, reason: 'late' } } }));
}

/** A lead's word on what a colleague may not do alone. */
function decide(scene: Scene): void {
  const proposed = scene.head.openActions.find(({ state }) => state === 'proposed');
  if (proposed) send(scene, { type: 'action.decide', payload: { actionId: proposed.actionId, verdict: 'approved', reason: '' } });
}

function perform(scene: Scene, goOn: GoOn): void {
  const { order, head } = scene;
  switch (order.act) {
    case 'reply': return isMine(scene) ? reply(scene) : post(scene, 'note.post');
    case 'note': return post(scene, 'note.post');
    case 'whisper': return post(scene, 'whisper.post');
    case 'read': return send(scene, { type: 'read.advance', payload: { upToSeq: head.seq } });
    case 'take-over': return send(scene, { type: 'conversation.take-over', payload: {} });
    case 'transfer': return send(scene, { type: 'conversation.transfer', payload: { to: { kind: 'agent', id: order.to }, note: '' } });
    case 'resolve': return isMine(scene) ? send(scene, { type: 'episode.resolve', payload: { disposition: 'solved', ticketVersion: head.ticket?.version ?? 0 } }) : undefined;
    case 'reopen': return send(scene, { type: 'episode.reopen', payload: {} });
    case 'edit':
    case 'recall': return changeLast(scene, order.act);
    case 'draft': return saveDraft(scene);
    case 'same-again': return sameAgain(scene);
    case 'send-anew': return sendAnew(scene);
    case 'drop': return dropOne(scene);
    case 'file': return void sendFile(scene, goOn);
    case 'order': return void actOnOrder(scene, goOn);
    case 'decide': return decide(scene);
    default: return assertNever(order.act);
  }
}

/** The person does something, if the conversation is on their screen. `desk` answers who sits there now. */
export function performAct(desk: () => Workspace | null, order: Order, notebook: Notebook): void {
  const workspace = desk();
  const withScene = (then: (scene: Scene) => void): void => {
    const state = workspace && desk() === workspace ? workspace.sessions.find(order.conversationId)?.state : undefined;
    if (workspace && state) then({ workspace, notebook, order, head: state.head });
  };
  withScene((scene) => perform(scene, withScene));
}
