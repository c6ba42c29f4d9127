import { readAnswer } from '../../../src/main/sessions/link/read-answer.ts';
import { acceptedSchema } from '../../../src/shared/contracts/commands.ts';
import { STAFF_ONLY, type Borrowing } from '../history/history.ts';
import type { Entry } from './ledger.ts';
import type { World } from './world.ts';

type Seen = { readonly said: Entry; readonly seenSeq: number };

/** The newest words of a conversation, as the desk that looked at it last shows them. */
function newestWords(world: World, conversationId: string): Seen | null {
  const view = world.deskViews.findLast((other) => other.conversationId === conversationId);
  const said = view?.state.window.items.flatMap((item) => (item.kind === 'message' || item.kind === 'note' ? (world.ledger.find(item.id) ?? []) : [])).at(-1);
  return view && said ? { said, seenSeq: view.state.head.seq } : null;
}

function answerOf(answer: unknown): Borrowing['answer'] {
  const read = readAnswer(answer, acceptedSchema);
  if (!read) return null;
  return read.ok ? read.value.seq : 'refused';
}

/** Somebody else sends what was said last once more as it is, and then words of their own under its id. */
export function borrowKey(world: World, page: number): void {
  const conversationId = world.pages[page]?.visit?.conversationId;
  const seen = conversationId === undefined ? null : newestWords(world, conversationId);
  if (conversationId === undefined || !seen) return;
  const { said: { id, type, text, by: owner }, seenSeq } = seen;
  const attempt = (what: string, payload: object) => ({
    frame: { id, type: what, conversationId, seenSeq, payload },
    onAnswer: (answer: unknown) => void world.borrowings.push({ id, owner, by: world.rogue.accountId, conversationId, answer: answerOf(answer) }),
  });
  const copy = attempt(type, type === 'message.post' ? { text, attachments: [] } : { text });
  void world.rogue.send([copy, attempt('note.post', { text: world.newText(STAFF_ONLY) })]);
}
