import type { PacketContent } from '../../../shared/contracts/assist.ts';
import type { ConversationState } from '../../../shared/contracts/conversation-state.ts';

/** A time that binds us, and a thing that we do: together in one sentence they are a promise. Of a number its last digit is enough; rows without a limit would be tried from everywhere. */
const DEADLINE = /(\d\s{0,3}[–-]?\s{0,3}(小时|天|个工作日|分钟|hours?|days?|minutes?))|(今天|今晚|明天|后天|tonight|today|tomorrow)/iu;
const DEED = /(会|将|给您|为您|帮您).{0,12}(补发|退款|退回|发货|发出|回复|处理|寄|安排)|\b(will|going to|we'll|i'll)\b.{0,40}\b(send|ship|refund|reply|replace|arrive|call|arrange)/iu;

const sentences = (text: string): string[] => text.split(/(?<=[。！？!?\n])|(?<=\.)\s+/u).map((sentence) => sentence.trim()).filter(Boolean);

/** What our side promised in the loaded window, with when: sentences of bot and people that name a deed and a time. */
export function findPromises(state: ConversationState): PacketContent['promised'] {
  return state.window.items.flatMap((item) => {
    if (item.kind !== 'message' || item.actor.kind === 'customer' || item.text === null) return [];
    return sentences(item.text).filter((sentence) => DEADLINE.test(sentence) && DEED.test(sentence)).map((what) => ({ what, at: item.at }));
  });
}
