import type { Id } from '../../shared/contracts/basics.ts';

/** Rooms of the live line, by what is announced in them. Each node fills its own: it follows the log itself. */
export const conversationRoom = (conversationId: Id): string => `conversation:${conversationId}`;
export const agentRoom = (accountId: Id): string => `agent:${accountId}`;
export const shopRoom = (shopId: Id): string => `shop:${shopId}`;
