import { createStore } from 'zustand/vanilla';

export type ComposerMode = 'reply' | 'note';

/** A dialogue in front of the desk; one at a time. */
export type OpenDialog =
  | { readonly kind: 'none' }
  | { readonly kind: 'palette' }
  | { readonly kind: 'transfer'; readonly conversationId: string }
  | { readonly kind: 'snooze'; readonly conversationId: string }
  | { readonly kind: 'resolve'; readonly conversationId: string }
  | { readonly kind: 'escalate'; readonly conversationId: string; readonly reason: string };

export type SectionId = 'now' | 'mine' | 'queue' | 'bot' | 'snoozed' | 'others';

/** Places the focus may be sent to; the place itself answers when it is on the screen. */
export type FocusPlace = 'composer' | 'list' | 'knowledge';

export type ScreenState = {
  readonly selectedId: string | null;
  readonly modes: { readonly [conversationId: string]: ComposerMode | undefined };
  readonly folded: ReadonlySet<SectionId>;
  /** The context panel as an overlay, in windows too narrow for three panes. */
  readonly isContextOpen: boolean;
  readonly dialog: OpenDialog;
  /** The latest request for focus; its number tells a second request from the first. */
  readonly focus: { readonly place: FocusPlace; readonly count: number };
  readonly select: (conversationId: string | null) => void;
  readonly setMode: (conversationId: string, mode: ComposerMode) => void;
  readonly fold: (section: SectionId, isFolded: boolean) => void;
  readonly setContextOpen: (isOpen: boolean) => void;
  readonly openDialog: (dialog: OpenDialog) => void;
  readonly closeDialog: () => void;
  readonly askFocus: (place: FocusPlace) => void;
};

function withMember<T>(set: ReadonlySet<T>, member: T, isIn: boolean): ReadonlySet<T> {
  const next = new Set(set);
  if (isIn) next.add(member);
  else next.delete(member);
  return next;
}

/** What this window shows and where the hand is: gone with the window, never sent anywhere. */
export const createScreenStore = () =>
  createStore<ScreenState>()((set) => ({
    selectedId: null,
    modes: {},
    folded: new Set<SectionId>(['others']),
    isContextOpen: false,
    dialog: { kind: 'none' },
    focus: { place: 'list', count: 0 },
    select: (selectedId) => set({ selectedId, isContextOpen: false }),
    setMode: (conversationId, mode) => set((state) => ({ modes: { ...state.modes, [conversationId]: mode } })),
    fold: (section, isFolded) => set((state) => ({ folded: withMember(state.folded, section, isFolded) })),
    setContextOpen: (isContextOpen) => set({ isContextOpen }),
    openDialog: (dialog) => set({ dialog }),
    closeDialog: () => set({ dialog: { kind: 'none' } }),
    askFocus: (place) => set((state) => ({ focus: { place, count: state.focus.count + 1 } })),
  }));
