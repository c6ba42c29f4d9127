import type { ConversationState } from '../../../shared/contracts/conversation-state.ts';
import type { LogEvent } from '../../../shared/contracts/events/envelope.ts';
import { reduceConversation } from '../../../shared/domain/reducers/reduce-conversation.ts';
import { trimWindow } from '../../../shared/domain/reducers/reduce-window.ts';
import { LIMITS } from '../../../shared/lib/limits.ts';
import { checkEvent } from './check-event.ts';

/** A session's window grows to this before its older half is let go; older items are asked for as pages. */
const WINDOW_ITEMS_MOST = 2 * LIMITS.pageItems;

type Folded = {
  readonly state: ConversationState;
  /** The events that were new, checked. */
  readonly applied: readonly LogEvent[];
  /** False when a number was missing before the rest, which is left out. */
  readonly isWhole: boolean;
};

const trimmed = (state: ConversationState): ConversationState =>
  state.window.items.length > WINDOW_ITEMS_MOST ? { ...state, window: trimWindow(state.window, LIMITS.pageItems) } : state;

/** Folds events in order, up to the first gap; repeats are left out. */
export function foldEvents(start: ConversationState, events: readonly LogEvent[]): Folded {
  const applied: LogEvent[] = [];
  let state = start;
  for (const event of events) {
    const checked = checkEvent(event);
    const reduced = reduceConversation(state, checked);
    if (reduced.kind === 'gap') return { state: trimmed(state), applied, isWhole: false };
    if (reduced.kind === 'applied') applied.push(checked);
    state = reduced.state;
  }
  return { state: trimmed(state), applied, isWhole: true };
}
