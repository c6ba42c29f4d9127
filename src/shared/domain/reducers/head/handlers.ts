import type { ConversationHead } from '../../../contracts/conversation-state.ts';
import type { EventType } from '../../../contracts/events/catalogue.ts';
import type { EventOf } from '../../../contracts/events/envelope.ts';

/** What an event type does to the head, besides advancing its numbers. */
export type HeadHandler<T extends EventType> = (head: ConversationHead, event: EventOf<T>) => ConversationHead;
export type HeadHandlers<T extends EventType = EventType> = { readonly [K in T]: HeadHandler<K> };

/** For event types that matter to the window only. */
export const unchanged = (head: ConversationHead): ConversationHead => head;

/** The last `size` members, oldest first: what keeps every list in a head of constant size. */
export const lastOf = <T>(items: readonly T[], size: number): T[] => items.slice(Math.max(0, items.length - size));
