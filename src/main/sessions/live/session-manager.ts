import { LIMITS } from '../../../shared/lib/limits.ts';
import type { Undo } from '../../ports/clock.ts';
import { createSignal } from '../signal.ts';
import { Session, type SessionDeps } from './session.ts';

/** Somebody who wants a conversation open; `isLooking`: a person has it before their eyes through this holder, now. */
export type Holder = { readonly isLooking: () => boolean };

export type Held = { readonly session: Session; readonly release: Undo };

type Open = { readonly session: Session; readonly holders: Set<Holder> };

/** The open conversations: at most 200, the least recently wanted one closes first, one that is held never. */
export class SessionManager {
  readonly opened = createSignal<Session>();
  readonly closed = createSignal<string>();
  readonly #deps: SessionDeps;
  readonly #most: number;
  /** In order of use: the last is the one wanted last. */
  readonly #open = new Map<string, Open>();

  constructor(deps: SessionDeps, most: number = LIMITS.openSessions) {
    this.#deps = deps;
    this.#most = most;
  }

  /** Opens it if need be and keeps it open until released. */
  hold(conversationId: string, { isLooking }: Holder): Held {
    const entry = this.#open.get(conversationId) ?? this.#start(conversationId);
    this.#open.delete(conversationId);
    this.#open.set(conversationId, entry);
    const hold = { isLooking };
    entry.holders.add(hold);
    this.#makeRoom();
    return {
      session: entry.session,
      release: () => {
        entry.holders.delete(hold);
        this.#makeRoom();
      },
    };
  }

  find(conversationId: string): Session | null {
    return this.#open.get(conversationId)?.session ?? null;
  }

  /** All open ones, the most recently wanted first. */
  all(): Session[] {
    return [...this.#open.values()].map(({ session }) => session).toReversed();
  }

  isLookedAt(conversationId: string): boolean {
    return [...(this.#open.get(conversationId)?.holders ?? [])].some((holder) => holder.isLooking());
  }

  closeAll(): void {
    for (const [conversationId, entry] of this.#open) this.#close(conversationId, entry);
  }

  #start(conversationId: string): Open {
    const entry: Open = { session: new Session(conversationId, this.#deps), holders: new Set() };
    this.#open.set(conversationId, entry);
    this.opened.emit(entry.session);
    void entry.session.catchUp();
    return entry;
  }

  #close(conversationId: string, { session }: Open): void {
    this.#open.delete(conversationId);
    session.close();
    this.closed.emit(conversationId);
  }

  #makeRoom(): void {
    for (const [conversationId, entry] of this.#open) {
      if (this.#open.size <= this.#most) return;
      if (entry.holders.size === 0) this.#close(conversationId, entry);
    }
  }
}
