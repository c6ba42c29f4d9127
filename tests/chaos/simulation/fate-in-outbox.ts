import type { OutboxEntry } from '../../../src/shared/contracts/bridge/outbox.ts';
import type { Fate } from '../history/history.ts';

/**
 * What became of an act by the outbox of its conversation, in its order. What is held is refused as long as a reply before it is; held behind nothing it
 * waits, and for good.
 */
export function fateInOutbox(entries: readonly OutboxEntry[], id: string): Fate {
  const index = entries.findIndex((entry) => entry.id === id);
  const kind = entries[index]?.state.kind;
  if (kind === undefined || kind === 'done') return 'done';
  const isBehind = entries.slice(0, index).some(({ type, state }) => type === 'message.post' && state.kind === 'refused');
  return kind === 'refused' || (kind === 'held' && isBehind) ? 'refused' : 'waiting';
}
