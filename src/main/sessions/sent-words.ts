import type { BridgeCommands } from '../../shared/contracts/bridge/contract.ts';
import type { OutboxEntry } from '../../shared/contracts/bridge/outbox.ts';
import { STAFF_COMMANDS } from '../../shared/contracts/commands.ts';

type Words = BridgeCommands['draft.save']['input'];

/** What an act says, under the conversation and mode whose composer it was written in; null for an act that isn't written there. */
export function sentWords({ type, conversationId, payload }: Pick<OutboxEntry, 'type' | 'conversationId' | 'payload'>): Words | null {
  if (type === 'message.post') return { ...STAFF_COMMANDS[type].parse(payload), conversationId, mode: 'reply' };
  if (type === 'note.post') return { ...STAFF_COMMANDS[type].parse(payload), conversationId, mode: 'note', attachments: [] };
  return null;
}

/** Whether a draft is what was sent. A composer sends its text without the blanks around it, and files go with it or not at all. */
export function areSame(draft: Pick<Words, 'text' | 'attachments'>, sent: Pick<Words, 'text' | 'attachments'>): boolean {
  return draft.text.trim() === sent.text.trim() && JSON.stringify(draft.attachments) === JSON.stringify(sent.attachments);
}
