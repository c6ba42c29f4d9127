import { useEffect, useMemo } from 'react';
import { useDesk } from '../../bridge/desk-context.tsx';
import type { Desk } from '../../bridge/desk.ts';

/** "Types" is said again after this, and ends this long after the last key, in milliseconds. */
const AGAIN_AFTER = 3_000;

/** Says at most every few seconds that somebody types, and once that they stopped. */
export function createTypingTeller({ after, bridge }: Pick<Desk, 'after' | 'bridge'>, conversationId: string): { press: () => void; stop: () => void } {
  let end: (() => void) | null = null;
  let hasPressed = false;
  const tell = (typing: boolean): void => void bridge.command('typing.set', { conversationId, typing });
  const look = (): void => {
    end = null;
    if (!hasPressed) return tell(false);
    hasPressed = false;
    end = after(AGAIN_AFTER, look);
    tell(true);
  };
  const press = (): void => {
    if (end !== null) {
      hasPressed = true;
      return;
    }
    end = after(AGAIN_AFTER, look);
    tell(true);
  };
  const stop = (): void => {
    if (end === null) return;
    end();
    end = null;
    hasPressed = false;
    tell(false);
  };
  return { press, stop };
}

/** Tells the customer's side that a reply is being written. */
export function useTyping(conversationId: string): { press: () => void; stop: () => void } {
  const desk = useDesk();
  const teller = useMemo(() => createTypingTeller(desk, conversationId), [desk, conversationId]);
  useEffect(() => teller.stop, [teller]);
  return teller;
}
