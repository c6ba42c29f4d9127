import type { AcceptedByCustomer, CustomerCommand } from '../../shared/contracts/commands.ts';
import type { Thread } from '../../shared/domain/reducers/reduce-thread.ts';
import type { Answer } from './requests.ts';

/** Public number of the last message that was said to the customer; marks themselves are numbered too and don't count. */
export function lastSaidToCustomer(thread: Thread): number {
  const last = thread.items.findLast((item) => item.kind !== 'line' && item.by.kind !== 'customer');
  return last?.publicSeq ?? 0;
}

/** Says how far the customer has read: only forward, and again when nobody answered. */
export function createReadMarks(newId: () => string, send: (command: CustomerCommand) => Promise<Answer<AcceptedByCustomer>>) {
  let told = 0;
  return async (thread: Thread): Promise<void> => {
    const upTo = lastSaidToCustomer(thread);
    if (upTo <= Math.max(told, thread.ownReadUpTo)) return;
    const before = told;
    told = upTo;
    const answer = await send({ id: newId(), type: 'read.advance', payload: { upToPublicSeq: upTo } });
    if ((answer.kind === 'lost' || !answer.result.ok) && told === upTo) told = before;
  };
}
