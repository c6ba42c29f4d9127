import { STAFF_ONLY, type History, type Rule } from '../history.ts';

/**
 * What a customer may be told of each type of event: fields of its payload, and of its content. Written down a second time, so that a
 * field which the product's own list lets through by mistake shows.
 */
const WORDS = ['text', 'attachments', 'buttons'];
const TELLABLE: { readonly [type: string]: { readonly payload: readonly string[]; readonly content: readonly string[] } } = {
  'message.posted': { payload: ['language', 'choice'], content: WORDS },
  'message.edited': { payload: ['messageId'], content: WORDS },
  'message.recalled': { payload: ['messageId'], content: [] },
  'read.advanced': { payload: ['by', 'upToPublicSeq'], content: [] },
  'episode.opened': { payload: ['episode'], content: [] },
  'episode.resolved': { payload: ['episode'], content: [] },
  'episode.reopened': { payload: ['episode'], content: [] },
  'queue.entered': { payload: [], content: [] },
  'assignment.accepted': { payload: [], content: [] },
  'action.executed': { payload: ['kind', 'orderNumber', 'amount', 'receiptNumber'], content: [] },
};
const ENVELOPE = ['id', 'publicSeq', 'at', 'actor', 'type', 'payload', 'content'];
const ACTOR = ['kind', 'name'];

const isRecord = (value: unknown): value is { readonly [field: string]: unknown } => typeof value === 'object' && value !== null && !Array.isArray(value);
const hasOnly = (value: unknown, fields: readonly string[]): boolean => !isRecord(value) || Object.keys(value).every((field) => fields.includes(field));

/** Whether an event on a customer's channel says no more than it may. */
function isTellable(event: { readonly [field: string]: unknown }): boolean {
  const tellable = TELLABLE[String(event['type'])];
  return tellable !== undefined && hasOnly(event, ENVELOPE) && hasOnly(event['actor'], ACTOR) && hasOnly(event['payload'], tellable.payload) && hasOnly(event['content'], tellable.content);
}

/** Everything in a frame that is an event. */
function eventsIn(value: unknown): { readonly [field: string]: unknown }[] {
  if (Array.isArray(value)) return value.flatMap(eventsIn);
  if (!isRecord(value)) return [];
  return 'type' in value && 'actor' in value ? [value] : Object.values(value).flatMap(eventsIn);
}

/** What a frame says, behind the numbers of its protocol; null when it says nothing. */
function bodyOf(text: string): unknown {
  const begin = text.search(/[[{]/);
  return begin < 0 ? null : (JSON.parse(text.slice(begin)) as unknown);
}

const tellsTooMuch = (text: string): boolean => text.includes(STAFF_ONLY) || !eventsIn(bodyOf(text)).every(isTellable);

/** No frame on a customer's machine holds a word that was written for staff, nor anything about an event beside what customers may know. */
export const customersSeeNothingOfStaff: Rule = ({ customerFrames }) =>
  customerFrames.filter(({ text }) => tellsTooMuch(text)).map(({ conversationId }) => ({ rule: 'staff-only', what: `what is the staff's reached the customer of ${conversationId}` }));

/** Who may read each whisper: its author and those it names. Taken from the log, and not from the product's own filter. */
function readersOf({ logs }: History): Map<string, readonly unknown[]> {
  const whispers = logs.flatMap(({ events }) => events.filter(({ type }) => type === 'whisper.posted'));
  return new Map(whispers.map(({ id, actor, payload }) => [id, [actor.id, ...(Array.isArray(payload['to']) ? payload['to'] : [])]]));
}

/** No desk shows a whisper to anybody else. */
export const whispersStayWithTheirOwn: Rule = (history) => {
  const readers = readersOf(history);
  if (readers.size === 0) return [];
  return history.deskViews.flatMap(({ viewer, state }) =>
    state.window.items
      .filter((item) => item.kind === 'whisper' && readers.get(item.id)?.includes(viewer) === false)
      .map(() => ({ rule: 'staff-only' as const, what: `a whisper in ${state.head.conversationId} was shown to ${viewer}` })),
  );
};
