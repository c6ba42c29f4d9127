import { useStore } from 'zustand';
import { draftKey } from '../stores/composer-store.ts';
import { useStores } from '../stores/stores-context.tsx';
import { useWorkspace } from './workspace-context.tsx';

/** The beginning of an unsent text of a conversation, reply before note; empty when there is none. */
export function useDraftStart(conversationId: string): string {
  const { composer } = useStores();
  const kept = useStore(useWorkspace().draftStarts, (starts) => starts[conversationId] ?? '');
  return useStore(composer, ({ drafts }) => {
    const reply = drafts[draftKey(conversationId, 'reply')];
    if (reply?.isLoaded !== true) return kept;
    return reply.text === '' ? (drafts[draftKey(conversationId, 'note')]?.text ?? '') : reply.text;
  });
}
