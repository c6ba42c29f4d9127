import { useCallback } from 'react';
import type { OutboxEntry } from '../../shared/contracts/bridge/outbox.ts';
import type { StaffCommandType, StaffPayload } from '../../shared/contracts/commands.ts';
import type { Failure } from '../../shared/contracts/errors.ts';
import type { Result } from '../../shared/lib/result.ts';
import { useStores } from '../stores/stores-context.tsx';
import { useDesk } from './desk-context.tsx';

/**
 * Gives a command in a conversation. What has been seen is read here, at the moment the hand acts; whoever has to ask something
 * between the hand and the act reads it first and hands it in as `seenSeq`. `ok` means: on disk and on its way; the entry's
 * later states come through the outbox.
 */
export type Act = <T extends StaffCommandType>(type: T, payload: StaffPayload<T>, seenSeq?: number) => Promise<Result<OutboxEntry, Failure>>;

/** An act whose refusal the caller shows. */
export function useSilentAct(conversationId: string): Act {
  const { bridge, newId } = useDesk();
  const { seen } = useStores();
  return useCallback(
    (type, payload, seenSeq = seen.getState().seen[conversationId] ?? 0) => bridge.command('act', { id: newId(), type, conversationId, seenSeq, payload }),
    [bridge, newId, seen, conversationId],
  );
}

/** An act whose refusal is said in a toast. */
export function useAct(conversationId: string): Act {
  const act = useSilentAct(conversationId);
  const { toast } = useStores();
  return useCallback(
    async (type, payload, seenSeq) => {
      const answer = await act(type, payload, seenSeq);
      if (!answer.ok) toast.getState().show({ kind: 'failed', failure: answer.error });
      return answer;
    },
    [act, toast],
  );
}
