import type { LogEvent } from '../../../src/shared/contracts/events/envelope.ts';
import type { PublicEvent } from '../../../src/shared/contracts/events/public-event.ts';
import { initialConversation } from '../../../src/shared/domain/reducers/initial-head.ts';
import { foldConversation } from '../../../src/shared/domain/reducers/reduce-conversation.ts';
import { EMPTY_THREAD, reduceThread } from '../../../src/shared/domain/reducers/reduce-thread.ts';
import type { History, Operation } from './history.ts';

const CONVERSATION = '01900000-0000-7000-8000-000000000001';
const SHOP = '01900000-0000-7000-8000-000000000002';
const CUSTOMER = '01900000-0000-7000-8000-000000000003';
/** The one agent of the sample. */
export const AGENT = '01900000-0000-7000-8000-000000000004';

const initial = initialConversation({ conversationId: CONVERSATION, shopId: SHOP, customerId: CUSTOMER, language: 'en' });

type Said = { readonly id: string; readonly by: 'customer' | 'agent'; readonly text: string };

/** One event of the sample's log, `seq` being its place. */
export function posted(seq: number, { id, by, text }: Said): LogEvent {
  return {
    id, shopId: SHOP, conversationId: CONVERSATION, episode: 1, seq, publicSeq: seq, position: seq, at: 1_000 + seq, actor: { kind: by, id: by === 'agent' ? AGENT : CUSTOMER },
    causationId: id, schemaVersion: 1, type: 'message.posted', payload: { language: 'en' }, contentId: id, content: { text, attachments: [], buttons: [] },
  };
}

/** The agent's taking back of a message. */
export const recalled = (seq: number, messageId: string): LogEvent => ({
  ...posted(seq, { id: `recall-${messageId}`, by: 'agent', text: '' }), type: 'message.recalled', payload: { messageId, messageSeq: 1 }, contentId: null, content: null,
});

/** The reading of a customer's message. */
export const understood = (seq: number, messageSeq: number): LogEvent => ({
  ...posted(seq, { id: `reading-${seq}`, by: 'agent', text: '' }), actor: { kind: 'system', id: 'assist' }, publicSeq: null, type: 'turn.understood', content: { slots: {}, evidence: [] },
  payload: { messageSeq, intent: null, confidence: 0, abstained: true, runnersUp: [], sentiment: 0, missingSlots: [], orderNumber: null, milliseconds: 0, modelVersion: '1' },
});

/** The log with a reading of every customer's message behind it. */
function withReadings(events: readonly LogEvent[]): LogEvent[] {
  const said = events.filter(({ type, actor }) => type === 'message.posted' && actor.kind === 'customer');
  return [...events, ...said.map(({ seq }, index) => understood(events.length + index + 1, seq))];
}

const toPublic = ({ id, publicSeq, at, actor, type, payload, content }: LogEvent): PublicEvent => ({
  id, publicSeq: publicSeq ?? 0, at, actor: { kind: actor.kind, name: null }, type, payload: payload as PublicEvent['payload'], content: content as PublicEvent['content'],
});

/** An act of the agent that went well. */
export const operation = (id: string, more: Partial<Operation> = {}): Operation => ({
  id, by: AGENT, conversationId: CONVERSATION, type: 'message.post', text: id, payload: { text: id, attachments: [] }, place: 0, seenSeq: 100, fate: 'done', wasParked: false, ...more,
});

/** A history in which everybody saw this log as it is, and every customer's message was read in the end. */
export function historyOf(said: readonly LogEvent[], operations: readonly Operation[]): History {
  const events = withReadings(said);
  const { state } = foldConversation(initial, events);
  const publicEvents = said.map(toPublic);
  const thread = publicEvents.reduce((before, event) => reduceThread(before, event).thread, EMPTY_THREAD);
  return {
    operations,
    // All of it is past: who asked for it is nobody's question unless a test makes it one.
    logs: [{ conversationId: CONVERSATION, past: Infinity, initial, events }],
    deskViews: [{ viewer: AGENT, conversationId: CONVERSATION, state }],
    olderPages: [],
    pageViews: [{ conversationId: CONVERSATION, life: 1, thread }],
    rowViews: [],
    finalDesks: [{ viewer: AGENT, conversationId: CONVERSATION, local: state, server: state }],
    finalPages: [{ conversationId: CONVERSATION, thread, publicEvents }],
    finalLists: [],
    orders: [],
    customerFrames: [],
    drafts: [],
    filesSent: [],
    filesThere: [],
    connections: [],
    revocations: [],
    borrowings: [],
    sightings: [],
    fairSpells: [],
    troubles: [],
  };
}
