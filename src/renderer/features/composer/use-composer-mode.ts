import { useApp } from '../../bridge/desk-context.tsx';
import { useHead } from '../../bridge/workspace-context.tsx';
import type { ComposerMode } from '../../stores/screen-store.ts';
import { useScreen } from '../../stores/stores-context.tsx';

export type ReplyRight = 'yes' | 'not-mine' | 'resolved';

/** Only the owner replies; a note may be left by anybody, at any time. */
export function useComposerMode(conversationId: string): { mode: ComposerMode; right: ReplyRight } {
  const me = useApp((state) => state.account?.id);
  const wanted = useScreen((state) => state.modes[conversationId] ?? 'reply');
  const right = useHead(conversationId, ({ episode, holder }): ReplyRight => {
    if (episode.status !== 'open') return 'resolved';
    return holder.kind === 'agent' && holder.agentId === me ? 'yes' : 'not-mine';
  });
  return { mode: right === 'yes' ? wanted : 'note', right };
}
