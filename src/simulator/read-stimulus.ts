import type { ThreadItem } from '../shared/domain/reducers/reduce-thread.ts';
import type { Stimulus } from './goal.ts';

type MessageItem = Extract<ThreadItem, { kind: 'message' }>;

const ASKS_PHOTO = /照片|拍(一|两|几)?张|图片|photo|picture/i;
const ASKS_ORDER = /订单号|哪一?(个|笔)订单|which order|order number/i;
const QUESTION = /[?？]|吗|呢|哪|什么|could you|can you|would you|which|what/i;

/** The bot's buttons say what it asks. */
function readButtons({ content }: MessageItem): Stimulus | null {
  const buttons = content?.buttons ?? [];
  const [first, second] = buttons;
  if (!first) return null;
  if (first.id.startsWith('order:')) return { kind: 'asks-order', buttons };
  if (first.id.startsWith('intent:')) return { kind: 'asks-which', buttons };
  if (first.id.startsWith('confirm-') && second) return { kind: 'proposes', yes: first, no: second };
  return { kind: 'offers-person', button: first };
}

function readMessage(item: MessageItem): Stimulus {
  const text = item.content?.text ?? '';
  const asksPhoto = ASKS_PHOTO.test(text) && QUESTION.test(text);
  if (item.by.kind === 'bot') return readButtons(item) ?? { kind: asksPhoto ? 'asks-photo' : 'answers' };
  if (asksPhoto) return { kind: 'asks-photo' };
  if (ASKS_ORDER.test(text)) return { kind: 'asks-order-number' };
  return { kind: QUESTION.test(text) ? 'person-asks' : 'person-says' };
}

const LINES: { readonly [code: string]: Stimulus | undefined } = {
  'queue.entered': { kind: 'queued' },
  'assignment.accepted': { kind: 'person-came' },
  'episode.resolved': { kind: 'resolved' },
};

function readItem(item: ThreadItem): Stimulus | null {
  if (item.by.kind === 'customer') return null;
  switch (item.kind) {
    case 'message': return readMessage(item);
    case 'receipt': return { kind: 'receipt' };
    case 'line': return LINES[item.code] ?? null;
  }
}

/**
 * What a customer makes of the lines that have come since they last looked: the last one that means something. A farewell of
 * the bot beside a handoff is no answer: the handoff is what counts.
 */
export function readStimulus(items: readonly ThreadItem[]): Stimulus | null {
  const read = items.flatMap((item) => readItem(item) ?? []);
  const last = read.at(-1) ?? null;
  const isHandoff = last?.kind === 'answers' && read.some(({ kind }) => kind === 'queued');
  return isHandoff ? { kind: 'queued' } : last;
}
