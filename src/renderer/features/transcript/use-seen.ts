import { useEffect, useRef } from 'react';
import { useApp } from '../../bridge/desk-context.tsx';
import { useSilentAct } from '../../bridge/use-act.ts';
import { useHead } from '../../bridge/workspace-context.tsx';
import { useStores } from '../../stores/stores-context.tsx';

/**
 * Notes what has been painted: after the frame in which a seq was drawn, if the transcript's end was in sight and the window
 * visible. It is what every act says it has seen, so it errs on the side of less.
 */
export function usePaintedSeq(conversationId: string, isAtEnd: boolean): void {
  const { seen } = useStores();
  const seq = useHead(conversationId, (head) => head.seq);
  useEffect(() => {
    let frame = 0;
    const note = (): void => {
      cancelAnimationFrame(frame);
      if (!isAtEnd || document.visibilityState !== 'visible') return;
      frame = requestAnimationFrame(() => seen.getState().sawUpTo(conversationId, seq));
    };
    note();
    document.addEventListener('visibilitychange', note);
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('visibilitychange', note);
    };
  }, [seen, conversationId, seq, isAtEnd]);
}

/** Tells the log that the owner has read the customer's messages; a lead who only looks reads nothing for them. */
export function useReadAdvance(conversationId: string): void {
  const { seen } = useStores();
  const act = useSilentAct(conversationId);
  const me = useApp((state) => state.account?.id);
  const isMine = useHead(conversationId, ({ holder }) => holder.kind === 'agent' && holder.agentId === me);
  const newestUnread = useHead(conversationId, (head) => head.unreadSeqs.at(-1) ?? 0);
  const told = useRef(0);
  useEffect(() => {
    const tell = (): void => {
      const upToSeq = seen.getState().seen[conversationId] ?? 0;
      if (!isMine || newestUnread === 0 || upToSeq < newestUnread || told.current >= newestUnread) return;
      told.current = upToSeq;
      void act('read.advance', { upToSeq });
    };
    tell();
    return seen.subscribe(tell);
  }, [seen, act, conversationId, isMine, newestUnread]);
}
