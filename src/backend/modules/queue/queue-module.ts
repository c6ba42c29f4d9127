import type { BackendModule } from '../../module.ts';
import { createDispatcher, type DispatcherDependencies } from './dispatcher.ts';

/** The queue and its dispatcher; `dispatch` is for what happens outside the log, such as an agent coming back. */
export type QueueModule = BackendModule & { readonly dispatch: () => Promise<void> };

/** Gives what waits to who is free, whenever one of the two changes. */
export function createQueueModule(deps: DispatcherDependencies): QueueModule {
  const dispatch = createDispatcher(deps);
  return {
    name: 'queue',
    dispatch,
    reactions: [
      {
        name: 'dispatch',
        types: ['queue.entered', 'assignment.revoked', 'episode.resolved', 'conversation.snoozed', 'sla.breached'],
        isOfPresent: true,
        handle: dispatch,
      },
    ],
  };
}
