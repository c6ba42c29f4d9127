import { setTimeout as pause } from 'node:timers/promises';
import { v7 } from 'uuid';
import { asDesk, askAs, keepLine, type Attack, type Field } from './rogue.ts';

/** Ten times what a desk may send in a second. */
const PER_SECOND = 300;
const TICK_MS = 10;

const note = (conversationId: string): string => JSON.stringify({ id: v7(), type: 'note.post', conversationId, seenSeq: 1, payload: { text: 'again' } });

/** One client that doesn't wait for answers. */
export const flood: Attack = async (field: Field) => {
  const [agent] = field.rogues;
  if (!agent) return;
  const rogue = keepLine(field, asDesk(agent));
  const asked: Promise<unknown>[] = [];
  const began = performance.now();
  while (!field.isOver()) {
    const line = await rogue.line();
    const due = ((performance.now() - began) / 1_000) * PER_SECOND;
    while (asked.length < due) asked.push(askAs(line, field.counting, { name: 'command', body: note(agent.conversationId) }));
    await pause(TICK_MS);
  }
  await Promise.all(asked);
  rogue.leave();
};
