import { setTimeout as pause } from 'node:timers/promises';
import { breakFrame, fuzzDesk } from '../fuzz/make-frame.ts';
import { askAs, untilOver, type Attack } from './rogue.ts';

/** Just below what a desk may say: what is over it would be refused unread. */
const BETWEEN_MS = 34;
const BROKEN_SHARE = 0.03;

/** Requests of every kind with something wrong in them, and now and then a frame that is none. */
export const nonsense: Attack = (field) =>
  untilOver(field, async (rogue, { conversationId }) => {
    const line = await rogue.line();
    const next = pause(BETWEEN_MS);
    if (field.random() < BROKEN_SHARE) {
      field.counting.countSent();
      line.say(breakFrame(field.random));
    } else await askAs(line, field.counting, fuzzDesk(conversationId, field.random));
    await next;
  });
