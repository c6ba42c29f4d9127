import type { Id } from '../../shared/contracts/basics.ts';

type Numbers = { readonly seq: number; readonly publicSeq: number };

/**
 * Newest numbers of the conversations that somebody has open here, for heartbeats: what makes even the last event impossible to
 * miss.
 */
export type OpenHeads = {
  /** Somebody opened it and read this far; a newer number that came meanwhile stays. */
  readonly opened: (conversationId: Id, numbers: Numbers) => void;
  /** Something was committed; conversations that nobody has open are left out. */
  readonly advance: (conversationId: Id, numbers: Numbers) => void;
  readonly get: (conversationId: Id) => Numbers | undefined;
  /** Forgets those that nobody has open any more. */
  readonly sweep: (isOpen: (conversationId: Id) => boolean) => void;
};

/** An empty table. */
export function createOpenHeads(): OpenHeads {
  const heads = new Map<Id, Numbers>();
  const raise = (conversationId: Id, { seq, publicSeq }: Numbers): void => {
    if (seq > (heads.get(conversationId)?.seq ?? -1)) heads.set(conversationId, { seq, publicSeq });
  };
  return {
    opened: raise,
    advance: (conversationId, numbers) => {
      if (heads.has(conversationId)) raise(conversationId, numbers);
    },
    get: (conversationId) => heads.get(conversationId),
    sweep: (isOpen) => {
      for (const conversationId of heads.keys()) if (!isOpen(conversationId)) heads.delete(conversationId);
    },
  };
}
