import { setTimeout as pause } from 'node:timers/promises';
import { strangeId } from '../fuzz/sample-schema.ts';
import { askAs, untilOver, type Attack } from './rogue.ts';

const BETWEEN_MS = 15;

/** Opens conversation upon conversation: those that are there, without closing any, and those that are nowhere. */
export const joins: Attack = (field) =>
  untilOver(field, async (rogue) => {
    const line = await rogue.line();
    const known = field.conversations[Math.floor(field.random() * field.conversations.length)] ?? '';
    const conversationId = field.random() < 0.5 ? known : strangeId(field.random);
    await askAs(line, field.counting, { name: 'open', body: JSON.stringify({ conversationId, afterSeq: null }) });
    await pause(BETWEEN_MS);
  });
