import { judgeSequence } from '../../lib/sequence.ts';
import type { PublicEvent } from '../../contracts/events/public-event.ts';
import type { MessageContent } from '../../contracts/message.ts';
import type { Money } from '../../contracts/basics.ts';

type Place = { readonly publicSeq: number; readonly at: number; readonly by: PublicEvent['actor'] };

/** One line of the customer's page. */
export type ThreadItem =
  | ({ readonly kind: 'message'; readonly id: string; readonly content: MessageContent | null; readonly edited: boolean; readonly recalled: boolean } & Place)
  | ({ readonly kind: 'receipt'; readonly action: string; readonly orderNumber: string; readonly amount: Money | null; readonly receiptNumber: string } & Place)
  | ({ readonly kind: 'line'; readonly code: string } & Place);

/** A conversation as its customer knows it: public numbers, public words. */
export type Thread = {
  readonly publicSeq: number;
  readonly status: 'none' | 'open' | 'resolved';
  readonly servedBy: { readonly kind: 'bot' | 'queue' | 'person'; readonly name: string | null };
  /** Public number up to which our side has read. */
  readonly readUpTo: number;
  /** Public number up to which the customer has read; drives the page's own mark. */
  readonly ownReadUpTo: number;
  readonly items: readonly ThreadItem[];
};

export const EMPTY_THREAD: Thread = {
  publicSeq: 0, status: 'none', servedBy: { kind: 'bot', name: null }, readUpTo: 0, ownReadUpTo: 0, items: [],
};

export type ThreadReduced = { readonly kind: 'applied' | 'duplicate' | 'gap'; readonly thread: Thread };

const place = (event: PublicEvent): Place => ({ publicSeq: event.publicSeq, at: event.at, by: event.actor });
const add = (thread: Thread, item: ThreadItem): Thread => ({ ...thread, items: [...thread.items, item] });
const addLine = (thread: Thread, event: PublicEvent): Thread => add(thread, { kind: 'line', code: event.type, ...place(event) });

/** Content on the customer's channel was checked by the backend against the type's schema when it was written. */
const contentOf = (event: PublicEvent): MessageContent | null => event.content as MessageContent | null;

/** What was recalled stays so: an edit that raced the recall brings nothing back. */
function changeMessage(thread: Thread, event: PublicEvent, change: { content: MessageContent | null; edited?: boolean; recalled?: boolean }): Thread {
  const id = event.payload['messageId'];
  return { ...thread, items: thread.items.map((item) => (item.kind === 'message' && item.id === id && !item.recalled ? { ...item, ...change } : item)) };
}

function advanceRead(thread: Thread, event: PublicEvent): Thread {
  const upTo = Number(event.payload['upToPublicSeq'] ?? 0);
  return event.payload['by'] === 'staff'
    ? { ...thread, readUpTo: Math.max(thread.readUpTo, upTo) }
    : { ...thread, ownReadUpTo: Math.max(thread.ownReadUpTo, upTo) };
}

const wordOf = (field: unknown): string => (typeof field === 'string' ? field : '');

function receipt(event: PublicEvent): ThreadItem {
  const { payload } = event;
  return {
    kind: 'receipt', ...place(event), action: wordOf(payload['kind']), orderNumber: wordOf(payload['orderNumber']),
    amount: (payload['amount'] ?? null) as Money | null, receiptNumber: wordOf(payload['receiptNumber']),
  };
}

/** A person's or the bot's message shows who serves now; the customer's own changes nothing of that. */
function post(thread: Thread, event: PublicEvent): Thread {
  const item: ThreadItem = { kind: 'message', id: event.id, content: contentOf(event), edited: false, recalled: false, ...place(event) };
  const next = add(thread, item);
  if (event.actor.kind !== 'agent' && event.actor.kind !== 'lead') return next;
  return { ...next, servedBy: { kind: 'person', name: event.actor.name } };
}

function apply(thread: Thread, event: PublicEvent): Thread {
  switch (event.type) {
    case 'message.posted': return post(thread, event);
    case 'message.edited': return changeMessage(thread, event, { content: contentOf(event), edited: true });
    case 'message.recalled': return changeMessage(thread, event, { content: null, recalled: true });
    case 'read.advanced': return advanceRead(thread, event);
    case 'episode.opened': return { ...thread, status: 'open', servedBy: { kind: 'bot', name: null } };
    case 'episode.reopened': return { ...addLine(thread, event), status: 'open' };
    case 'episode.resolved': return { ...addLine(thread, event), status: 'resolved' };
    case 'queue.entered': return { ...addLine(thread, event), servedBy: { kind: 'queue', name: null } };
    case 'assignment.accepted': return { ...addLine(thread, event), servedBy: { kind: 'person', name: event.actor.name } };
    case 'action.executed': return add(thread, receipt(event));
    default: return thread;
  }
}

/** The customer's view after the next public event; a duplicate returns the same thread, a gap changes nothing. */
export function reduceThread(thread: Thread, event: PublicEvent): ThreadReduced {
  const verdict = judgeSequence(thread.publicSeq, event.publicSeq);
  if (verdict !== 'next') return { kind: verdict, thread };
  return { kind: 'applied', thread: { ...apply(thread, event), publicSeq: event.publicSeq } };
}
