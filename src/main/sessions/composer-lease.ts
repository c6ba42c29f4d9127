import type { Failure } from '../../shared/contracts/errors.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import { createSignal, type Signal } from './signal.ts';

/** A conversation's composer belongs to one window at a time, so that two drafts never write over each other. */
export type ComposerLease = {
  /** `COMPOSER_TAKEN` when another window has it, unless `force` takes it. */
  readonly claim: (ask: { conversationId: string; windowId: string; force: boolean }) => Result<null, Failure>;
  readonly release: (conversationId: string, windowId: string) => void;
  /** The window is gone: all that it had is free. */
  readonly releaseAll: (windowId: string) => void;
  readonly isHeldBy: (conversationId: string, windowId: string) => boolean;
  /** The conversation whose composer changed hands. */
  readonly changed: Signal<string>;
};

export function createComposerLease(): ComposerLease {
  const holders = new Map<string, string>();
  const changed = createSignal<string>();

  function release(conversationId: string, windowId: string): void {
    if (holders.get(conversationId) !== windowId) return;
    holders.delete(conversationId);
    changed.emit(conversationId);
  }

  return {
    changed,
    release,
    isHeldBy: (conversationId, windowId) => holders.get(conversationId) === windowId,
    releaseAll: (windowId) => {
      for (const [conversationId, holder] of [...holders]) if (holder === windowId) release(conversationId, windowId);
    },
    claim: ({ conversationId, windowId, force }) => {
      const holder = holders.get(conversationId);
      if (holder === windowId) return ok(null);
      if (holder !== undefined && !force) return err({ code: 'COMPOSER_TAKEN' });
      holders.set(conversationId, windowId);
      changed.emit(conversationId);
      return ok(null);
    },
  };
}
