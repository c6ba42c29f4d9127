import { setTimeout as pause } from 'node:timers/promises';
import { v7 } from 'uuid';
import { LIMITS } from '../../../../src/shared/lib/limits.ts';
import { askAs, untilOver, type Attack } from './rogue.ts';

const BETWEEN_MS = 50;
/** A text frame that says it is 2^40 bytes long, and never comes. */
const ENDLESS = Buffer.from([0x81, 0xff, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);

/** Frames over the limit, a message over the limit within it, and a frame that claims to be without end. */
export const oversize: Attack = (field) =>
  untilOver(field, async (rogue, { conversationId }) => {
    const line = await rogue.line();
    const kind = field.random();
    if (kind < 0.4) await askAs(line, field.counting, { name: 'command', body: JSON.stringify('x'.repeat(LIMITS.frameBytes + 1)) });
    else if (kind < 0.6) {
      field.counting.countSent();
      line.write(ENDLESS);
      await line.closed;
    } else {
      const payload = { text: 'x'.repeat(LIMITS.messageCodePoints + 1), attachments: [] };
      await askAs(line, field.counting, { name: 'command', body: JSON.stringify({ id: v7(), type: 'message.post', conversationId, seenSeq: 1_000_000, payload }) });
    }
    await pause(BETWEEN_MS);
  });
