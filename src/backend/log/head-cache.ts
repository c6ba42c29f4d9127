import type { HeadCache } from './append-tools.ts';
import type { StoredConversation } from './stored-conversation.ts';

const KEPT = 5_000;

/** Heads of the conversations appended to last. True only while this process is the single writer. */
export type CommittedHeads = HeadCache & { readonly forget: (conversationId: string) => void };

/** A cache of the newest `KEPT` heads: a Map keeps the order in which they were set. */
export function createHeadCache(): CommittedHeads {
  const heads = new Map<string, StoredConversation>();
  return {
    get: (conversationId) => heads.get(conversationId),
    set: (conversationId, conversation) => {
      heads.delete(conversationId);
      heads.set(conversationId, conversation);
      const oldest = heads.size > KEPT ? heads.keys().next().value : undefined;
      if (oldest !== undefined) heads.delete(oldest);
    },
    forget: (conversationId) => {
      heads.delete(conversationId);
    },
  };
}

/** Heads of a transaction in progress: seen by its later appends, handed on when it is committed, dropped when it isn't. */
export function stageHeads(committed: HeadCache): HeadCache & { readonly settle: () => void } {
  const staged = new Map<string, StoredConversation>();
  return {
    get: (conversationId) => staged.get(conversationId) ?? committed.get(conversationId),
    set: (conversationId, conversation) => {
      staged.set(conversationId, conversation);
    },
    settle: () => {
      for (const [conversationId, conversation] of staged) committed.set(conversationId, conversation);
    },
  };
}
