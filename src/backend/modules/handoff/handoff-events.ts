import type { Actor } from '../../../shared/contracts/basics.ts';
import type { NewEvent } from '../../log/append-request.ts';
import type { Packet } from './build-packet.ts';

export const BOT_ACTOR: Actor = { kind: 'bot', id: 'bot' };
const SYSTEM: Actor = { kind: 'system', id: 'handoff' };

export type Handoff = {
  readonly packet: Packet;
  readonly queueId: string;
  /** What the bot tells the customer. */
  readonly farewell: string;
  readonly ticket: NewEvent;
};

/** Everything that a handoff writes, in one transaction: the word to the customer, the packet, the ticket, the queue. */
export function handoffEvents({ packet, queueId, farewell, ticket }: Handoff): NewEvent[] {
  return [
    { type: 'message.posted', payload: { language: packet.facts.language }, content: { text: farewell, attachments: [], buttons: [] } },
    { type: 'handoff.requested', payload: packet.facts, content: packet.content },
    { ...ticket, actor: SYSTEM },
    { type: 'queue.entered', payload: { queueId, why: 'handoff' }, content: null, actor: SYSTEM },
  ];
}
