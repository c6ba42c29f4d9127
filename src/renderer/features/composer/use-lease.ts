import { useEffect, useState } from 'react';
import { useDesk } from '../../bridge/desk-context.tsx';
import { useReady } from '../../bridge/workspace-context.tsx';

export type Lease = 'asking' | 'mine' | 'taken';

/** The composer of a conversation belongs to one window: asked for when it opens, given back when it is left. */
export function useLease(conversationId: string): { lease: Lease; take: () => void } {
  const { bridge } = useDesk();
  const isMine = useReady(conversationId, (mirror) => mirror.isComposerMine);
  const [lease, setLease] = useState<Lease>('asking');
  const [wasMine, setWasMine] = useState(isMine);
  if (wasMine !== isMine) {
    setWasMine(isMine);
    setLease(isMine ? 'mine' : 'taken');
  }
  useEffect(() => {
    let isHere = true;
    const claim = async (): Promise<void> => {
      const answer = await bridge.command('composer.claim', { conversationId, force: false });
      // Any other failure leaves the composer usable: losing words is worse than a lease unclaimed.
      if (isHere) setLease(!answer.ok && answer.error.code === 'COMPOSER_TAKEN' ? 'taken' : 'mine');
    };
    void claim();
    return () => {
      isHere = false;
      void bridge.command('composer.release', { conversationId });
    };
  }, [bridge, conversationId]);
  const take = async (): Promise<void> => {
    const answer = await bridge.command('composer.claim', { conversationId, force: true });
    if (answer.ok) setLease('mine');
  };
  return { lease, take: () => void take() };
}
