import { useApp } from '../../bridge/desk-context.tsx';
import { useHead } from '../../bridge/workspace-context.tsx';
import { draftKey, draftOf } from '../../stores/composer-store.ts';
import type { ComposerMode } from '../../stores/screen-store.ts';
import { useComposer, useScreen, useStores } from '../../stores/stores-context.tsx';

export type ReplyRight = 'yes' | 'not-mine' | 'resolved';

type Standing = { readonly chosen: ComposerMode | null; readonly right: ReplyRight; readonly hasReply: boolean };

/**
 * What is being written. A chosen note stays one; a chosen reply with something in it stays one too, though it can't be sent
 * any more: what a conversation becomes never turns the field round under the hands that write in it.
 */
function modeFor({ chosen, right, hasReply }: Standing): ComposerMode {
  if (chosen === 'note') return 'note';
  return right === 'yes' || (chosen === 'reply' && hasReply) ? 'reply' : 'note';
}

type Writing = {
  readonly mode: ComposerMode;
  readonly right: ReplyRight;
  /** A reply can be looked at: it may be sent, or its words are held. */
  readonly canOpenReply: boolean;
  /** To be called with every touch of the field: to write in a mode is to choose it. */
  readonly settle: () => void;
};

/** Only the owner replies; a note may be left by anybody, at any time. Only the person changes the mode of what is written. */
export function useComposerMode(conversationId: string): Writing {
  const { screen } = useStores();
  const me = useApp((state) => state.account?.id);
  const chosen = useScreen((state) => state.modes[conversationId] ?? null);
  const hasReply = useComposer((state) => {
    const { text, attachments, adding } = draftOf(state.drafts, draftKey(conversationId, 'reply'));
    return text !== '' || attachments.length + adding.length > 0;
  });
  const right = useHead(conversationId, ({ episode, holder }): ReplyRight => {
    if (episode.status !== 'open') return 'resolved';
    return holder.kind === 'agent' && holder.agentId === me ? 'yes' : 'not-mine';
  });
  const mode = modeFor({ chosen, right, hasReply });
  const settle = (): void => {
    if (chosen !== mode) screen.getState().setMode(conversationId, mode);
  };
  return { mode, right, canOpenReply: right === 'yes' || hasReply, settle };
}
