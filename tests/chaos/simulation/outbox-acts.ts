import type { Scene } from './agent-scene.ts';

/** Saves another beginning of a reply; which one counts isn't known while it is being saved. */
export function saveDraft({ world, me, workspace, conversationId }: Scene): void {
  const text = world.newText('draft');
  world.drafts.delete(`${me} ${conversationId}`);
  const saved = workspace.drafts.save({ conversationId, mode: 'reply', text, attachments: [] });
  if (saved.ok) world.drafts.set(`${me} ${conversationId}`, text);
}

/** The same act once more, as a second press of the key gives it. */
export function sameAgain({ workspace, conversationId }: Scene): void {
  const [entry] = workspace.outbox.entriesOf(conversationId);
  if (entry) workspace.act({ id: entry.id, type: entry.type, conversationId, seenSeq: entry.seenSeq, payload: entry.payload });
}

/** Sends what was refused once more, as it is. */
export function sendAnew({ world, workspace, conversationId, seenSeq }: Scene): void {
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

/** Takes back the first that can be. */
export function dropOne({ world, workspace, conversationId }: Scene): void {
  for (const { id } of workspace.outbox.entriesOf(conversationId)) {
    const entry = world.ledger.find(id);
    const before = entry?.fate ?? null;
    if (entry) entry.fate = 'unknown';
    const answer = workspace.outbox.drop(id);
    if (entry) entry.fate = answer.ok ? 'dropped' : before;
    if (answer.ok) return;
  }
}
