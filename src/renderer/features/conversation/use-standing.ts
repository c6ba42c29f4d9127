import { useApp } from '../../bridge/desk-context.tsx';
import { useHead } from '../../bridge/workspace-context.tsx';

/** How a conversation stands to the person at the desk: what can be done follows from it. */
export type Standing = 'mine' | 'takeable' | 'resolved';

export function useStanding(conversationId: string): Standing {
  const me = useApp((state) => state.account?.id);
  return useHead(conversationId, ({ episode, holder }) => {
    if (episode.status !== 'open') return 'resolved';
    return holder.kind === 'agent' && holder.agentId === me ? 'mine' : 'takeable';
  });
}
