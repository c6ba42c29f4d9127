import { createStore } from 'zustand/vanilla';
import type { Attachment } from '../../shared/contracts/message.ts';
import type { ComposerMode } from './screen-store.ts';
import { mergeKept, type KeptDraft } from './merge-kept.ts';
import { insertAt, withoutSent } from './text-edit.ts';

/** A suggestion that was put into the text: remembered so that a second press takes it out, and so that sending names it. */
export type InsertedSuggestion = {
  readonly setId: string;
  readonly suggestionId: string;
  readonly words: string;
  /** The text before and right after the insertion. */
  readonly before: string;
  readonly after: string;
};

/** A file on its way into a draft; its id tells it from another one of the same name. */
export type AddingFile = { readonly id: string; readonly name: string };

export type Draft = {
  readonly text: string;
  readonly attachments: readonly Attachment[];
  /** Nothing is sent before these are here or have failed. */
  readonly adding: readonly AddingFile[];
  readonly start: number;
  readonly end: number;
  /** When main had it last; null before the first time. */
  readonly savedAt: number | null;
  /** The words that main had last, as far as this window knows: by them it sees whether another window wrote since. */
  readonly kept: Pick<KeptDraft, 'text' | 'attachments'>;
  /** Main has said what it kept of this draft; until then nothing is saved over it. */
  readonly isLoaded: boolean;
  /** Main was given it as an act and has not answered yet. */
  readonly isSending: boolean;
  /** How many entries of the outbox main was asked to put in front of it and has not answered yet. */
  readonly arriving: number;
  readonly suggestion: InsertedSuggestion | null;
};

const EMPTY: Draft = { text: '', attachments: [], adding: [], start: 0, end: 0, savedAt: null, kept: { text: '', attachments: [] }, isLoaded: false, isSending: false, arriving: 0, suggestion: null };

/** Key of a draft: it belongs to a conversation and a mode and never travels. */
export const draftKey = (conversationId: string, mode: ComposerMode): string => `${mode} ${conversationId}`;

type Drafts = { readonly [key: string]: Draft | undefined };

export type ComposerState = {
  readonly drafts: Drafts;
  readonly change: (key: string, change: Partial<Draft>) => void;
  /** Conversations whose composer another window has: nothing is put into their drafts here. */
  readonly taken: { readonly [conversationId: string]: true | undefined };
  readonly setTaken: (conversationId: string, isTaken: boolean) => void;
  readonly load: (key: string, kept: KeptDraft | null) => void;
  /** What main has now, when this window may write again; words of this window that main never had are not lost over it. */
  readonly reload: (key: string, kept: KeptDraft | null) => void;
  readonly insert: (key: string, words: string) => void;
  readonly toggleSuggestion: (key: string, suggestion: Pick<InsertedSuggestion, 'setId' | 'suggestionId' | 'words'>) => 'inserted' | 'undone';
  /** What was sent leaves; words and files that came while it was being kept stay. */
  readonly clearSent: (key: string, sent: Pick<Draft, 'text' | 'attachments'>) => void;
};

export const draftOf = (drafts: Drafts, key: string): Draft => drafts[key] ?? EMPTY;

/** What main kept, unless the hand was faster: words typed before the answer came are never overwritten. */
function loaded(draft: Draft, kept: KeptDraft | null): Draft {
  if (draft.isLoaded) return draft;
  if (draft.text !== '' || kept === null) return { ...draft, kept: kept ?? draft.kept, isLoaded: true };
  return { ...draft, ...kept, kept, start: kept.text.length, end: kept.text.length, isLoaded: true };
}

/** The draft after another window may have written it. What is being sent is main's to take away, and stays. */
function reloaded(draft: Draft, kept: KeptDraft | null): Draft {
  if (draft.isSending) return draft;
  const { text, attachments } = mergeKept(draft, kept);
  const caret = text === draft.text ? {} : { start: text.length, end: text.length, suggestion: null };
  // A new object each time: words that main still hasn't are seen by it, and saved.
  return { ...draft, ...caret, text, attachments, kept: { ...(kept ?? EMPTY.kept) }, savedAt: kept?.savedAt ?? draft.savedAt, isLoaded: true };
}

function inserted(draft: Draft, words: string): Draft {
  return { ...draft, ...insertAt(draft, words) };
}

/** The composer's words, by conversation and mode. Saving them is the bridge's work, which listens here. */
export const createComposerStore = () =>
  createStore<ComposerState>()((set, get) => {
    const update = (key: string, next: (draft: Draft) => Draft): void =>
      set((state) => ({ drafts: { ...state.drafts, [key]: next(draftOf(state.drafts, key)) } }));
    return {
      drafts: {},
      taken: {},
      setTaken: (conversationId, isTaken) => set(({ taken }) => ({ taken: { ...taken, [conversationId]: isTaken || undefined } })),
      change: (key, change) => update(key, (draft) => ({ ...draft, ...change })),
      load: (key, kept) => update(key, (draft) => loaded(draft, kept)),
      reload: (key, kept) => update(key, (draft) => reloaded(draft, kept)),
      insert: (key, words) => update(key, (draft) => inserted(draft, words)),
      toggleSuggestion: (key, suggestion) => {
        const draft = draftOf(get().drafts, key);
        const last = draft.suggestion;
        if (last?.suggestionId === suggestion.suggestionId && last.after === draft.text) {
          update(key, () => ({ ...draft, text: last.before, start: last.before.length, end: last.before.length, suggestion: null }));
          return 'undone';
        }
        const next = inserted(draft, suggestion.words);
        update(key, () => ({ ...next, suggestion: { ...suggestion, before: draft.text, after: next.text } }));
        return 'inserted';
      },
      clearSent: (key, sent) =>
        update(key, (draft) => {
          const text = withoutSent(draft.text, sent.text);
          const attachments = draft.attachments.filter((file) => !sent.attachments.includes(file));
          return { ...draft, text, attachments, start: text.length, end: text.length, suggestion: null };
        }),
    };
  });

export type ComposerStore = ReturnType<typeof createComposerStore>;
