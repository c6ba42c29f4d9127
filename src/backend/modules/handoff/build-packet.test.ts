import { expect, it } from 'vitest';
import type { ConversationState, MessageItem, Understanding } from '../../../shared/contracts/conversation-state.ts';
import { initialConversation } from '../../../shared/domain/reducers/initial-head.ts';
import { buildPacket } from './build-packet.ts';

type Said = { readonly text: string; readonly read?: Partial<Understanding> };

const UNREAD: Understanding = { intent: null, confidence: 0, abstained: true, runnersUp: [], sentiment: 0, slots: {}, missingSlots: [], milliseconds: 1, contentId: null };

const message = ({ text, read }: Said, index: number): MessageItem => ({
  kind: 'message', seq: index + 1, at: index, id: `m${index}`, contentId: null, actor: { kind: 'customer', id: 'x' }, language: 'en', text,
  attachments: [], buttons: [], choice: null, edited: false, recalled: false, flags: [], trace: null,
  understanding: read ? { ...UNREAD, abstained: false, confidence: 0.9, ...read } : UNREAD,
});

function packetOf(...said: Said[]) {
  const empty = initialConversation({ conversationId: 'c', shopId: 's', customerId: 'x', language: 'en' });
  const state: ConversationState = { ...empty, window: { ...empty.window, items: said.map(message) } };
  return buildPacket({ state, reason: 'risk', language: 'en', order: null, product: null });
}

const THREAT = { intent: 'complaint-threat', confidence: 0.73, runnersUp: [{ label: 'damaged-item', confidence: 0.24 }, { label: 'refund-status', confidence: 0.01 }] };

it('finds the problem behind a threat', () => {
  const { facts, content } = packetOf({ text: 'Can it go in the dishwasher?', read: { intent: 'care' } }, { text: 'Two cups are broken, or I complain', read: THREAT });
  expect(facts.intent).toBe('damaged-item');
  expect(content.summary).toContain('Two cups are broken');
});

it('stays with the problem that was named when a threat names none', () => {
  const threat = { ...THREAT, runnersUp: [{ label: 'damaged-item', confidence: 0.1 }, { label: 'refund-status', confidence: 0.09 }] };
  expect(packetOf({ text: 'Where is my parcel?', read: { intent: 'track-order' } }, { text: 'I will complain', read: threat }).facts.intent).toBe('track-order');
});

it('leaves what calls for a person out of the open question', () => {
  const { content } = packetOf({ text: 'Where is my parcel?', read: { intent: 'track-order' } }, { text: 'A person please', read: { intent: 'human-request' } });
  expect(content.openQuestion).toBe('Where is my parcel?');
});

it('asks openly about the problem, not only what was said after it', () => {
  const { content } = packetOf({ text: 'The humidifier is damaged', read: { intent: 'damaged-item' } }, { text: 'what now' });
  expect(content.openQuestion).toBe('The humidifier is damaged … what now');
});

it('has no words for an intent that is none but a name every object has', () => {
  const { content } = packetOf({ text: 'hello there', read: { intent: 'constructor' } });
  expect(content.summary).toBe(packetOf({ text: 'hello there', read: { intent: 'no-such-intent' } }).content.summary);
});

it('says what it lacks, and how complete it is', () => {
  expect(packetOf({ text: 'Where is my parcel?', read: { intent: 'track-order' } }).facts).toMatchObject({ completeness: 0.6, missing: ['order', 'known'] });
  expect(packetOf({ text: 'hm' }).facts.missing).toContain('intent');
});
