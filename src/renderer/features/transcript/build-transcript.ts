import type { Item, ConversationHead, MessageItem, NoteItem, PacketItem, LineItem, Understanding } from '../../../shared/contracts/conversation-state.ts';
import type { PendingItem } from '../../../shared/domain/overlay-pending.ts';

type AssignmentItem = Extract<Item, { kind: 'assignment' }>;
type ActionItem = Extract<Item, { kind: 'action' }>;
type OpaqueItem = Extract<Item, { kind: 'hidden' | 'newer' }>;

/** How far a message of ours came; only the newest one says it. */
export type Delivery = 'sent' | 'delivered' | 'read';

/** One line of the transcript, ready to be drawn. */
export type TranscriptRow =
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | { readonly kind: 'new'; readonly key: string; readonly count: number }
  | {
      readonly kind: 'message';
      readonly key: string;
      readonly item: MessageItem;
      /** Goes on where the row above left off: no name, no time. */
      readonly isContinued: boolean;
      readonly delivery: Delivery | null;
      /** What was understood of the message that this one of the bot answers. */
      readonly understood: Understanding | null;
    }
  | { readonly kind: 'note'; readonly key: string; readonly item: NoteItem }
  | { readonly kind: 'packet'; readonly key: string; readonly item: PacketItem }
  | { readonly kind: 'line'; readonly key: string; readonly item: LineItem }
  | { readonly kind: 'assignment'; readonly key: string; readonly item: AssignmentItem }
  | { readonly kind: 'action'; readonly key: string; readonly item: ActionItem }
  | { readonly kind: 'opaque'; readonly key: string; readonly item: OpaqueItem }
  | { readonly kind: 'pending'; readonly key: string; readonly item: PendingItem };

export type TranscriptInput = {
  readonly items: readonly Item[];
  readonly pending: readonly PendingItem[];
  readonly head: Pick<ConversationHead, 'reads' | 'deliveredUpTo'>;
  readonly me: string;
  /** Where "new since you looked" begins; messages after it by others are new. */
  readonly newAfter: number;
  /** The calendar day of an instant as text, in the reader's zone. */
  readonly dayOf: (instant: number) => string;
};

/** Messages of one speaker this close together are one turn, in milliseconds. */
const ONE_TURN = 60_000;

const isStaff = (item: Item): item is MessageItem => item.kind === 'message' && (item.actor.kind === 'agent' || item.actor.kind === 'lead');

const isNews = (item: Item, { me, newAfter }: TranscriptInput): boolean => item.seq > newAfter && item.kind === 'message' && item.actor.id !== me;

function continues(item: MessageItem, above: TranscriptRow | undefined): boolean {
  return above?.kind === 'message' && above.item.actor.id === item.actor.id && above.item.actor.kind === item.actor.kind && item.at - above.item.at < ONE_TURN;
}

function deliveryOf(item: MessageItem, { reads, deliveredUpTo }: TranscriptInput['head']): Delivery {
  if (reads.customer >= item.seq) return 'read';
  return deliveredUpTo >= item.seq ? 'delivered' : 'sent';
}

function rowOf(item: Item, context: { above: TranscriptRow | undefined; input: TranscriptInput; newestOwn: Item | undefined; bySeq: ReadonlyMap<number, Item> }): TranscriptRow {
  const key = String(item.seq);
  switch (item.kind) {
    case 'message': {
      const answered = item.trace === null ? undefined : context.bySeq.get(item.trace.answersSeq);
      return {
        kind: 'message',
        key,
        item,
        isContinued: continues(item, context.above),
        delivery: item === context.newestOwn ? deliveryOf(item, context.input.head) : null,
        understood: answered?.kind === 'message' ? answered.understanding : null,
      };
    }
    case 'note':
    case 'whisper': return { kind: 'note', key, item };
    case 'packet': return { kind: 'packet', key, item };
    case 'line': return { kind: 'line', key, item };
    case 'assignment': return { kind: 'assignment', key, item };
    case 'action': return { kind: 'action', key, item };
    case 'hidden':
    case 'newer': return { kind: 'opaque', key, item };
  }
}

/** The transcript's lines, oldest first: items with days and the new-since line between them, and at the end what is on its way. */
export function buildTranscript(input: TranscriptInput): TranscriptRow[] {
  const { items, pending, dayOf } = input;
  const rows: TranscriptRow[] = [];
  const bySeq = new Map(items.map((item) => [item.seq, item]));
  const newestOwn = items.findLast(isStaff);
  const newCount = items.filter((item) => isNews(item, input)).length;
  let day = '';
  let isNewDrawn = false;
  for (const item of items) {
    const today = dayOf(item.at);
    if (today !== day) rows.push({ kind: 'day', key: `day ${item.seq}`, at: item.at });
    day = today;
    if (!isNewDrawn && isNews(item, input)) {
      rows.push({ kind: 'new', key: 'new', count: newCount });
      isNewDrawn = true;
    }
    rows.push(rowOf(item, { above: rows.at(-1), input, newestOwn, bySeq }));
  }
  return [...rows, ...pending.map((item): TranscriptRow => ({ kind: 'pending', key: item.id, item }))];
}

/** Whether two rows draw the same: what keeps a long transcript still while one line of it changes. */
export function isSameRow(left: TranscriptRow, right: TranscriptRow): boolean {
  if (left.kind === 'day' || left.kind === 'new' || right.kind === 'day' || right.kind === 'new') return JSON.stringify(left) === JSON.stringify(right);
  if (left.kind !== right.kind || left.item !== right.item) return false;
  return left.kind !== 'message' || right.kind !== 'message' || (left.isContinued === right.isContinued && left.delivery === right.delivery && left.understood === right.understood);
}
