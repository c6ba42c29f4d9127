import type { BotTrace, Item, ItemFlag, MessageItem } from '../../../contracts/conversation-state.ts';
import type { EventOf, KnownEvent, LogEvent } from '../../../contracts/events/envelope.ts';
import { isKnownEvent } from '../../known-versions.ts';

type Items = readonly Item[];

/** Index of the item with this seq, or -1: items are sorted by seq, so a binary search finds it. */
function indexOfSeq(items: Items, seq: number): number {
  let low = 0;
  let high = items.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = items[middle]?.seq ?? 0;
    if (at === seq) return middle;
    if (at < seq) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function changeMessage(items: Items, seq: number, change: (message: MessageItem) => MessageItem): Items {
  const index = indexOfSeq(items, seq);
  const item = items[index];
  if (item?.kind !== 'message') return items;
  const changed = change(item);
  return changed === item ? items : items.with(index, changed);
}

const setFlagStatus = (items: Items, event: { payload: { flagId: string; messageSeq: number } }, status: ItemFlag['status']): Items =>
  changeMessage(items, event.payload.messageSeq, (message) => ({
    ...message,
    flags: message.flags.map((flag) => (flag.flagId === event.payload.flagId ? { ...flag, status } : flag)),
  }));

const setTrace = (items: Items, event: EventOf<'bot.answered' | 'bot.clarified' | 'bot.acted'>, step: BotTrace['step']): Items => {
  const { answersSeq, sources, milliseconds } = event.payload;
  return changeMessage(items, event.payload.messageSeq, (message) => ({ ...message, trace: { step, answersSeq, sources, milliseconds } }));
};

function edit(message: MessageItem, event: EventOf<'message.edited'>): MessageItem {
  if (message.recalled) return message;
  const { content, contentId } = event;
  return { ...message, text: content?.text ?? null, attachments: content?.attachments ?? [], buttons: content?.buttons ?? [], contentId, edited: true };
}

const recall = (message: MessageItem): MessageItem => ({ ...message, text: null, attachments: [], buttons: [], recalled: true });

function understand(message: MessageItem, event: EventOf<'turn.understood'>): MessageItem {
  const { intent, confidence, abstained, runnersUp, sentiment, missingSlots, milliseconds } = event.payload;
  const slots = event.content?.slots ?? {};
  return { ...message, understanding: { intent, confidence, abstained, runnersUp, sentiment, missingSlots, milliseconds, slots, contentId: event.contentId } };
}

function raise(message: MessageItem, event: EventOf<'flag.raised'>): MessageItem {
  const { flagId, kind, band } = event.payload;
  return { ...message, flags: [...message.flags, { flagId, kind, band, status: 'raised', evidence: event.content?.evidence ?? [], contentId: event.contentId }] };
}

function eraseMessage(message: MessageItem, erased: ReadonlySet<string>): MessageItem {
  const gone = (contentId: string | null) => contentId !== null && erased.has(contentId);
  if (![message, message.understanding, ...message.flags].some((part) => part && gone(part.contentId))) return message;
  return {
    ...message,
    ...(gone(message.contentId) ? { text: null, attachments: [], buttons: [] } : {}),
    understanding: message.understanding && gone(message.understanding.contentId) ? { ...message.understanding, slots: {} } : message.understanding,
    flags: message.flags.map((flag) => (gone(flag.contentId) ? { ...flag, evidence: [] } : flag)),
  };
}

function eraseItem(item: Item, erased: ReadonlySet<string>): Item {
  if (item.kind === 'message') return eraseMessage(item, erased);
  if (item.kind === 'packet') return item.contentId !== null && erased.has(item.contentId) ? { ...item, content: null } : item;
  if (item.kind === 'note' || item.kind === 'whisper') return item.contentId !== null && erased.has(item.contentId) ? { ...item, text: null } : item;
  return item;
}

function eraseItems(items: Items, contentIds: readonly string[]): Items {
  const erased = new Set(contentIds);
  const left = items.map((item) => eraseItem(item, erased));
  return left.some((item, index) => item !== items[index]) ? left : items;
}

function annotateKnown(items: Items, event: KnownEvent): Items {
  switch (event.type) {
    case 'message.edited': return changeMessage(items, event.payload.messageSeq, (message) => edit(message, event));
    case 'message.recalled': return changeMessage(items, event.payload.messageSeq, recall);
    case 'turn.understood': return changeMessage(items, event.payload.messageSeq, (message) => understand(message, event));
    case 'bot.answered': return setTrace(items, event, 'answered');
    case 'bot.clarified': return setTrace(items, event, 'clarified');
    case 'bot.acted': return setTrace(items, event, 'acted');
    case 'flag.raised': return changeMessage(items, event.payload.messageSeq, (message) => raise(message, event));
    case 'flag.confirmed': return setFlagStatus(items, event, 'confirmed');
    case 'flag.dismissed': return setFlagStatus(items, event, 'dismissed');
    case 'flag.cleared': return setFlagStatus(items, event, 'cleared');
    case 'content.erased': return eraseItems(items, event.payload.contentIds);
    default: return items;
  }
}

/** Items after an event that speaks of earlier ones; what it doesn't touch stays the same object, and if that is all, so does the array. */
export function annotate(items: Items, event: LogEvent): Items {
  return isKnownEvent(event) ? annotateKnown(items, event) : items;
}

/** Seq of the one item an event annotates, or null; what a store indexes so that a page finds its later annotations. */
export function targetSeqOf(event: { readonly type: string; readonly payload: { readonly [key: string]: unknown } }): number | null {
  const seq = event.payload['messageSeq'];
  return typeof seq === 'number' ? seq : null;
}
