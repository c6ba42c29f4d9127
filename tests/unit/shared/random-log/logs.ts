import * as fc from 'fast-check';
import type { EventType } from '../../../../src/shared/contracts/events/catalogue.ts';
import type { EventOf, LogEvent } from '../../../../src/shared/contracts/events/envelope.ts';
import { isKnownEvent } from '../../../../src/shared/domain/known-versions.ts';
import type { ConversationState } from '../../../../src/shared/contracts/conversation-state.ts';
import { foldConversation } from '../../../../src/shared/domain/reducers/reduce-conversation.ts';
import { initialConversation } from '../../../../src/shared/domain/reducers/initial-head.ts';
import { anyMoves, skewedMoves } from './move.ts';
import { play } from './play.ts';
import { CONVERSATION_ID, CUSTOMER, SHOP_ID } from './world.ts';

/** Logs of every kind of event. */
export const anyLog = (): fc.Arbitrary<LogEvent[]> => anyMoves(80).map(play);

/** Long logs of few kinds of event. */
export const skewedLog = (): fc.Arbitrary<LogEvent[]> => skewedMoves(240).map(play);

/** A log and a place to cut it: `cut` is 0..length. */
export const cutLog = (): fc.Arbitrary<{ log: LogEvent[]; cut: number }> =>
  anyLog().chain((log) => fc.record({ log: fc.constant(log), cut: fc.nat(log.length) }));

export const empty: ConversationState = initialConversation({ conversationId: CONVERSATION_ID, shopId: SHOP_ID, customerId: CUSTOMER.id, language: 'zh' });

/** The events of one type that this build can read. */
export const eventsOf = <T extends EventType>(log: readonly LogEvent[], type: T): EventOf<T>[] =>
  log.filter((event): event is EventOf<T> => isKnownEvent(event) && event.type === type);

/** The state after a whole log. */
export const fold = (log: Iterable<LogEvent>, from: ConversationState = empty): ConversationState => foldConversation(from, log).state;
