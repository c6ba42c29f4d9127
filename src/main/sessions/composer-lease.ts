import type { Failure } from '../../shared/contracts/errors.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import { createSignal } from './signal.ts';

type Claim = { readonly conversationId: string; readonly windowId: string; readonly force: boolean };

/** A conversation's composer belongs to one window at a time, so that two drafts never write over each other. */
export class ComposerLease {
  /** The conversation whose composer changed hands. */
  readonly changed = createSignal<string>();
  readonly #holders = new Map<string, string>();

  /** `COMPOSER_TAKEN` when another window has it, unless `force` takes it. */
  claim({ conversationId, windowId, force }: Claim): Result<null, Failure> {
    if (this.isHeldBy(conversationId, windowId)) return ok(null);
    if (!this.isOpenTo(conversationId, windowId) && !force) return err({ code: 'COMPOSER_TAKEN' });
    this.#holders.set(conversationId, windowId);
    this.changed.emit(conversationId);
    return ok(null);
  }

  release(conversationId: string, windowId: string): void {
    if (!this.isHeldBy(conversationId, windowId)) return;
    this.#holders.delete(conversationId);
    this.changed.emit(conversationId);
  }

  /** The window is gone: all that it had is free. */
  releaseAll(windowId: string): void {
    for (const conversationId of this.#holders.keys()) this.release(conversationId, windowId);
  }

  /** Whether this window may write: nobody else has it. One that has not asked may, since words are worth more than a lease. */
  isOpenTo(conversationId: string, windowId: string): boolean {
    const holder = this.#holders.get(conversationId);
    return holder === undefined || holder === windowId;
  }

  isHeldBy(conversationId: string, windowId: string): boolean {
    return this.#holders.get(conversationId) === windowId;
  }
}
