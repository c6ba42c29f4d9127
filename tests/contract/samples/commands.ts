import type { CustomerCommandType, CustomerPayload, StaffCommandType, StaffPayload } from '../../../src/shared/contracts/commands.ts';
import { attachment, ID, OTHER_ID } from './conversation.ts';

export const staffPayloads: { readonly [T in StaffCommandType]: StaffPayload<T> } = {
  'message.post': { text: 'It is on its way.', attachments: [attachment], suggestion: { setId: ID, suggestionId: OTHER_ID, edited: true } },
  'message.edit': { messageId: ID, text: 'It comes tomorrow.' },
  'message.recall': { messageId: ID },
  'note.post': { text: 'Ask the warehouse.' },
  'whisper.post': { text: 'Offer a coupon.', to: [OTHER_ID] },
  'read.advance': { upToSeq: 4 },
  'conversation.take-over': {},
  'conversation.transfer': { to: { kind: 'queue', id: ID }, note: 'Speaks of an invoice.' },
  'conversation.snooze': { until: 1_790_000_000_000 },
  'conversation.unsnooze': {},
  'episode.resolve': { disposition: 'solved', ticketVersion: 0 },
  'episode.reopen': {},
  'flag.judge': { flagId: ID, verdict: 'dismissed' },
  'suggestion.observe': { setId: ID, observations: [{ suggestionId: OTHER_ID, what: 'sent', distance: 3 }] },
  'action.execute': { kind: 'refund', orderNumber: 'N1', orderVersion: 'v1', arguments: { amount: 1_200 } },
  'action.decide': { actionId: ID, verdict: 'approved', reason: '' },
  'ticket.change': { ticketId: ID, ticketVersion: 2, state: 'pending', kind: 'complaint', category: 'refund' },
  'ticket.escalate': { ticketId: ID, reason: 'Third contact.' },
};

export const customerPayloads: { readonly [T in CustomerCommandType]: CustomerPayload<T> } = {
  'message.post': { text: 'Yes, please', attachments: [attachment], choice: { messageId: ID, buttonId: 'yes' } },
  'read.advance': { upToPublicSeq: 3 },
};

/** Keys that a command may leave out, and paths where the keys are not the contract's to know. */
export const optionalKeys = ['suggestion', 'choice', 'state', 'kind', 'category'];
export const openPaths = ['arguments'];
