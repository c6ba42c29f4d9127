import { createStore } from 'zustand/vanilla';
import type { Failure } from '../../shared/contracts/errors.ts';

/** What a toast speaks of; its words are made where it is shown. */
export type ToastTopic =
  | { readonly kind: 'resolved' | 'snoozed' | 'transferred'; readonly name: string; readonly undo: () => void }
  | { readonly kind: 'failed'; readonly failure: Failure };

export type ToastState = {
  readonly current: { readonly id: number; readonly topic: ToastTopic } | null;
  readonly show: (topic: ToastTopic) => void;
  readonly hide: (id: number) => void;
};

/** One message at a time: a new one takes the old one's place. */
export const createToastStore = () =>
  createStore<ToastState>()((set) => ({
    current: null,
    show: (topic) => set((state) => ({ current: { id: (state.current?.id ?? 0) + 1, topic } })),
    hide: (id) => set((state) => (state.current?.id === id ? { current: null } : state)),
  }));
