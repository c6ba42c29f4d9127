import type { MessageContent } from '../../../../../src/shared/contracts/message.ts';
import type { Move } from '../move.ts';
import type { Writers } from '../writer.ts';
import { BOT, CUSTOMER, idOf, pickFrom, STAFF, SYSTEM, type World } from '../world.ts';

type Types =
  | 'message.posted' | 'message.edited' | 'message.recalled' | 'message.delivered' | 'read.advanced' | 'note.posted' | 'whisper.posted';

const speakers = [CUSTOMER, CUSTOMER, CUSTOMER, BOT, ...STAFF, SYSTEM];

function contentOf({ words, pick, other }: Move): MessageContent {
  const attachments = pick % 7 === 0 ? [{ blobId: 'a'.repeat(64), name: words.slice(0, 20), mediaType: 'image/png', bytes: pick }] : [];
  const buttons = other % 5 === 0 ? [{ id: `b${other}`, label: words.slice(0, 20) }] : [];
  return { text: words, attachments, buttons };
}

/** A message of the log; the same one may be chosen again, so edits race recalls. */
function targetOf(world: World, pick: number): { messageId: string; messageSeq: number } | null {
  const message = pickFrom(world.messages, pick);
  return message ? { messageId: message.id, messageSeq: message.seq } : null;
}

export const messageWriters: Writers<Types> = {
  'message.posted': ({ episode, messages }, move) => {
    if (!episode.isOpen) return null;
    const under = pickFrom(messages, move.other);
    const choice = under && move.other % 6 === 0 ? { choice: { messageId: under.id, buttonId: 'b1' } } : {};
    const suggestion = move.other % 6 === 1 ? { suggestion: { setId: idOf(8), suggestionId: idOf(9), edited: move.yes } } : {};
    return { actor: pickFrom(speakers, move.pick) ?? SYSTEM, payload: { language: move.yes ? 'zh' : null, ...choice, ...suggestion }, content: contentOf(move) };
  },
  'message.edited': (world, move) => {
    const payload = targetOf(world, move.pick);
    return payload && { actor: pickFrom(STAFF, move.other) ?? SYSTEM, payload, content: contentOf(move) };
  },
  'message.recalled': (world, move) => {
    const payload = targetOf(world, move.pick);
    return payload && { actor: pickFrom(STAFF, move.other) ?? SYSTEM, payload };
  },
  'message.delivered': (world, { pick }) => ({ actor: SYSTEM, payload: { upToSeq: pick % (world.seq + 1) } }),
  'read.advanced': (world, { pick, yes }) => {
    const upToSeq = pick % (world.seq + 1);
    return { actor: yes ? CUSTOMER : (pickFrom(STAFF, pick) ?? SYSTEM), payload: { by: yes ? 'customer' : 'staff', upToSeq, upToPublicSeq: world.publicSeqs[upToSeq] ?? 0 } };
  },
  'note.posted': (_world, { pick, words }) => ({ actor: pickFrom(STAFF, pick) ?? SYSTEM, payload: {}, content: { text: words } }),
  'whisper.posted': (_world, { pick, words }) => ({ actor: STAFF[2] ?? SYSTEM, payload: { to: [idOf(5 + (pick % 2))] }, content: { text: words } }),
};
