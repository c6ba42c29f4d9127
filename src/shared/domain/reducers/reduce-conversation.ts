import { judgeSequence } from '../../lib/sequence.ts';
import type { ConversationState } from '../../contracts/conversation-state.ts';
import type { LogEvent } from '../../contracts/events/envelope.ts';
import { reduceHead } from './reduce-head.ts';
import { reduceWindow } from './reduce-window.ts';

/** What became of an event: the next state, the very same state for a duplicate, or nothing for a gap. */
export type Reduced =
  | { readonly kind: 'applied'; readonly state: ConversationState }
  | { readonly kind: 'duplicate'; readonly state: ConversationState }
  | { readonly kind: 'gap'; readonly state: ConversationState; readonly expected: number; readonly got: number };

/**
 * The one meaning of a conversation's log. Pure: the backend's projections, a desk's sessions, the window's mirror, replay and
 * metrics all run this. A duplicate returns the same state object; a gap is refused and changes nothing.
 */
export function reduceConversation(state: ConversationState, event: LogEvent): Reduced {
  switch (judgeSequence(state.head.seq, event.seq)) {
    case 'duplicate': return { kind: 'duplicate', state };
    case 'gap': return { kind: 'gap', state, expected: state.head.seq + 1, got: event.seq };
    case 'next': return { kind: 'applied', state: { head: reduceHead(state.head, event), window: reduceWindow(state.window, event) } };
  }
}

/** Folds events in order; stops at the first gap and says so. */
export function foldConversation(state: ConversationState, events: Iterable<LogEvent>): Reduced {
  let reduced: Reduced = { kind: 'duplicate', state };
  for (const event of events) {
    const next = reduceConversation(reduced.state, event);
    if (next.kind === 'gap') return next;
    if (next.kind === 'applied') reduced = next;
  }
  return reduced;
}
