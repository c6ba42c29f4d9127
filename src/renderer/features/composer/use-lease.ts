import { useEffect, useState } from 'react';
import { useDesk } from '../../bridge/desk-context.tsx';
import { reloadDrafts } from '../../bridge/draft-keeper.ts';
import { useReady } from '../../bridge/workspace-context.tsx';
import { useStores } from '../../stores/stores-context.tsx';

export type Lease = 'asking' | 'mine' | 'taken';

/**
 * The composer of a conversation belongs to one window: asked for when it opens, given back when it is left. Whoever loses it asks
 * again, without force, before it calls it taken: a page that comes back over a new line is to main a new window, and nobody else may
 * have it. With the lease come main's words, since another window may have written them.
 */
export function useLease(conversationId: string): { lease: Lease; take: () => void } {
  const desk = useDesk();
  const { bridge } = desk;
  const { composer } = useStores();
  const isMine = useReady(conversationId, (mirror) => mirror.isComposerMine);
  const [lease, setLease] = useState<Lease>('asking');
  const [wasMine, setWasMine] = useState(isMine);
  if (wasMine !== isMine) {
    setWasMine(isMine);
    if (!isMine) setLease('asking');
  }
  useEffect(() => {
    if (lease !== 'asking') return undefined;
    let isHere = true;
    const claim = async (): Promise<void> => {
      const answer = await bridge.command('composer.claim', { conversationId, force: false });
      // Any other failure leaves the composer usable: losing words is worse than a lease unclaimed.
      const isTaken = !answer.ok && answer.error.code === 'COMPOSER_TAKEN';
      if (!isTaken && isHere) await reloadDrafts(desk, composer, conversationId);
      if (isHere) setLease(isTaken ? 'taken' : 'mine');
    };
    void claim();
    return () => {
      isHere = false;
    };
  }, [desk, bridge, composer, conversationId, lease]);
  useEffect(() => () => void bridge.command('composer.release', { conversationId }), [bridge, conversationId]);
  useEffect(() => {
    composer.getState().setTaken(conversationId, lease === 'taken');
    return () => composer.getState().setTaken(conversationId, false);
  }, [composer, conversationId, lease]);
  const take = async (): Promise<void> => {
    const answer = await bridge.command('composer.claim', { conversationId, force: true });
    if (!answer.ok) return;
    await reloadDrafts(desk, composer, conversationId);
    setLease('mine');
  };
  return { lease, take: () => void take() };
}
