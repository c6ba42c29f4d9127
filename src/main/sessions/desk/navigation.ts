import type { BridgeTopics } from '../../../shared/contracts/bridge/contract.ts';
import type { Undo } from '../../ports/clock.ts';
import { createSignal } from '../signal.ts';

type Destination = BridgeTopics['navigate']['message'];

/** Where a window should go. What is asked for while no window listens waits for the first that does. */
export type Navigation = { readonly toConversation: (conversationId: string) => void; readonly on: (listener: (destination: Destination) => void) => Undo };

export function createNavigation(): Navigation {
  const asked = createSignal<Destination>();
  let listeners = 0;
  let waiting: Destination | null = null;
  return {
    toConversation: (conversationId) => {
      const destination = { to: 'conversation', conversationId } as const;
      if (listeners === 0) waiting = destination;
      else asked.emit(destination);
    },
    on: (listener) => {
      const undo = asked.on(listener);
      listeners += 1;
      if (waiting) listener(waiting);
      waiting = null;
      return () => {
        listeners -= 1;
        undo();
      };
    },
  };
}
