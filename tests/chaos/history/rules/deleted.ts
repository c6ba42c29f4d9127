import type { LogEvent } from '../../../../src/shared/contracts/events/envelope.ts';
import type { FinalLog, History, Rule, Violation } from '../history.ts';

/** A message that was taken back: when, and every word it ever held. */
type Recall = { readonly messageId: unknown; readonly seq: number; readonly publicSeq: number; readonly words: readonly string[] };

const textOf = ({ content }: LogEvent): string[] => (typeof content === 'object' && content !== null && 'text' in content && typeof content.text === 'string' ? [content.text] : []);

function recallsOf({ events }: FinalLog): Recall[] {
  return events
    .filter(({ type }) => type === 'message.recalled')
    .map(({ payload: { messageId }, seq, publicSeq }) => {
      const said = events.filter(({ id, type, payload }) => id === messageId || (type === 'message.edited' && payload['messageId'] === messageId));
      return { messageId, seq, publicSeq: publicSeq ?? 0, words: said.flatMap(textOf).filter((text) => text !== '') };
    });
}

/** Whether a text holds these words, and not only the beginning of others: texts of a run end in a number. */
function holds(text: string, words: string): boolean {
  const at = text.indexOf(words);
  return at >= 0 && !/\d/.test(text.charAt(at + words.length));
}

const anyHolds = (value: unknown, words: readonly string[]): boolean => {
  if (typeof value === 'string') return words.some((some) => holds(value, some));
  return typeof value === 'object' && value !== null && Object.values(value).some((part) => anyHolds(part, words));
};

/** A part of a screen, and the highest number at which it was shown. Reducers keep what doesn't change, so there are few of them. */
type Parts = Map<object, number>;

function addPart(parts: Parts, part: unknown, at: number): void {
  if (typeof part === 'object' && part !== null) parts.set(part, Math.max(parts.get(part) ?? 0, at));
}

function staffParts({ deskViews, olderPages, rowViews }: History, conversationId: string): Parts {
  const parts: Parts = new Map();
  for (const { state } of deskViews.filter((view) => view.conversationId === conversationId)) {
    for (const part of [...state.window.items, ...Object.values(state.head)]) addPart(parts, part, state.head.seq);
  }
  for (const { page, asOf } of olderPages.filter((older) => older.conversationId === conversationId)) for (const item of page.items) addPart(parts, item, asOf);
  for (const { row } of rowViews.filter((view) => view.row.conversationId === conversationId)) addPart(parts, row, row.seq);
  return parts;
}

function customerParts({ pageViews }: History, conversationId: string): Parts {
  const parts: Parts = new Map();
  for (const { thread } of pageViews.filter((view) => view.conversationId === conversationId)) for (const item of thread.items) addPart(parts, item, thread.publicSeq);
  return parts;
}

/** What of a recalled message is left on a part of a screen: its files, or its words in any place. */
function isLeft(part: object, { messageId, words }: Recall): boolean {
  const isItself = 'id' in part && part.id === messageId;
  const files = 'attachments' in part && Array.isArray(part.attachments) ? part.attachments.length : 0;
  return (isItself && files > 0) || anyHolds(part, words);
}

function shownAfter(parts: Parts, recalls: readonly Recall[], numberOf: (recall: Recall) => number): number[] {
  return [...parts].flatMap(([part, at]) => (recalls.some((recall) => at >= numberOf(recall) && isLeft(part, recall)) ? [at] : []));
}

/** From the moment a screen has the recall, nothing of the message stands anywhere on it: not in its place, not in the list, not in an older page. */
export const deletedStaysDeleted: Rule = (history) =>
  history.logs.flatMap((log): Violation[] => {
    const recalls = recallsOf(log);
    if (recalls.length === 0) return [];
    const onDesks = shownAfter(staffParts(history, log.conversationId), recalls, ({ seq }) => seq);
    const onPages = shownAfter(customerParts(history, log.conversationId), recalls, ({ publicSeq }) => publicSeq);
    return [...onDesks.map((at) => `a desk at ${at}`), ...onPages.map((at) => `a page at ${at}`)].map((who) => ({ rule: 'deleted-stays-deleted', what: `${who} showed of ${log.conversationId} what had been taken back` }));
  });
