import { createStore } from 'zustand/vanilla';

export type SeenState = {
  /** Highest seq painted while the transcript's end was visible in a visible window, by conversation. */
  readonly seen: { readonly [conversationId: string]: number | undefined };
  readonly sawUpTo: (conversationId: string, seq: number) => void;
};

/** What the person has had before their eyes: written by the transcript, read at the key press by every act. It only grows. */
export const createSeenStore = () =>
  createStore<SeenState>()((set) => ({
    seen: {},
    sawUpTo: (conversationId, seq) =>
      set((state) => ((state.seen[conversationId] ?? 0) >= seq ? state : { seen: { ...state.seen, [conversationId]: seq } })),
  }));
