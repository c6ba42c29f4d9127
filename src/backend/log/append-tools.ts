import type { Id, Instant } from '../../shared/contracts/basics.ts';
import type { ConversationHead } from '../../shared/contracts/conversation-state.ts';
import type { Clock, NewId } from '../clock.ts';
import type { DueWrites } from '../due/due-statements.ts';
import type { ShopSettings } from '../modules/shops/shop-settings.ts';
import type { Decision } from './append-request.ts';
import type { LogStatements } from './log-statements.ts';
import type { Projections } from './projections.ts';
import type { StoredConversation } from './stored-conversation.ts';

/** A conversation before and after a decision. */
export type Change = { readonly before: ConversationHead; readonly after: ConversationHead; readonly now: Instant };

/** What follows from a decision whoever made it, in the same transaction: clocks that start and stop. Pure. */
export type Consequence = (change: Change & { readonly shop: ShopSettings }) => Decision;

/** Where heads are remembered between appends; PostgreSQL, with its many writers, remembers none. */
export type HeadCache = {
  readonly get: (conversationId: string) => StoredConversation | undefined;
  readonly set: (conversationId: string, conversation: StoredConversation) => void;
};

export type AppendTools = {
  readonly statements: LogStatements;
  readonly due: DueWrites;
  readonly projections: Projections;
  readonly consequences: readonly Consequence[];
  readonly heads: HeadCache;
  /** Settings by shop, read once: a change of settings restarts the node. */
  readonly shops: Map<Id, ShopSettings>;
  readonly clock: Clock;
  readonly newId: NewId;
};
