import { LIMITS } from '../../../shared/lib/limits.ts';
import type { Undo } from '../../ports/clock.ts';
import { createSignal, type Signal } from '../signal.ts';
import { createSession, type Session } from './session.ts';

type SessionDeps = Omit<Parameters<typeof createSession>[0], 'conversationId'>;

/** Somebody who wants a conversation open; `isLooking`: a person has it before their eyes through this holder, now. */
export type Holder = { readonly isLooking: () => boolean };

export type Held = { readonly session: Session; readonly release: Undo };

/** The open conversations: at most 200, the least recently wanted one closes first, one that is held never. */
export type SessionManager = {
  /** Opens it if need be and keeps it open until released. */
  readonly hold: (conversationId: string, holder: Holder) => Held;
  readonly find: (conversationId: string) => Session | null;
  /** All open ones, the most recently wanted first. */
  readonly all: () => Session[];
  readonly isLookedAt: (conversationId: string) => boolean;
  readonly opened: Signal<Session>;
  readonly closed: Signal<string>;
  readonly closeAll: () => void;
};

type Open = { readonly session: Session; readonly holders: Set<Holder> };

export function createSessionManager(deps: SessionDeps, most: number = LIMITS.openSessions): SessionManager {
  /** In order of use: the last is the one wanted last. */
  const open = new Map<string, Open>();
  const opened = createSignal<Session>();
  const closed = createSignal<string>();

  function close(conversationId: string, { session }: Open): void {
    open.delete(conversationId);
    session.close();
    closed.emit(conversationId);
  }

  function makeRoom(): void {
    for (const [conversationId, entry] of open) {
      if (open.size <= most) return;
      if (entry.holders.size === 0) close(conversationId, entry);
    }
  }

  function start(conversationId: string): Open {
    const entry: Open = { session: createSession({ ...deps, conversationId }), holders: new Set() };
    open.set(conversationId, entry);
    opened.emit(entry.session);
    void entry.session.catchUp();
    return entry;
  }

  return {
    opened,
    closed,
    hold: (conversationId, holder) => {
      const entry = open.get(conversationId) ?? start(conversationId);
      open.delete(conversationId);
      open.set(conversationId, entry);
      const hold = { isLooking: holder.isLooking };
      entry.holders.add(hold);
      makeRoom();
      return {
        session: entry.session,
        release: () => {
          entry.holders.delete(hold);
          makeRoom();
        },
      };
    },
    find: (conversationId) => open.get(conversationId)?.session ?? null,
    all: () => [...open.values()].map(({ session }) => session).toReversed(),
    isLookedAt: (conversationId) => [...(open.get(conversationId)?.holders ?? [])].some((holder) => holder.isLooking()),
    closeAll: () => {
      for (const [conversationId, entry] of open) close(conversationId, entry);
    },
  };
}
