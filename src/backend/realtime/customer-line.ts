import type { Clock } from '../clock.ts';
import type { Logger } from '../logger.ts';
import { answerRequests } from './answer-requests.ts';
import { CUSTOMER_REQUESTS, type CustomerRequestDependencies } from './customer-requests.ts';
import { conversationRoom } from './rooms.ts';
import type { CustomerNamespace, CustomerSocket } from './socket-server.ts';
import type { createTokenBuckets } from './token-bucket.ts';

export type CustomerLineDependencies = CustomerRequestDependencies & {
  readonly customers: CustomerNamespace;
  readonly buckets: ReturnType<typeof createTokenBuckets>;
  readonly clock: Clock;
  readonly logger: Logger;
};

/** Lets a chat page into its one conversation; several pages of the same customer may look at it. */
export function connectCustomer(deps: CustomerLineDependencies, socket: CustomerSocket): void {
  const { principal, tokenEndsAt } = socket.data;
  void socket.join(conversationRoom(principal.conversationId));
  answerRequests({
    socket,
    logger: deps.logger,
    refuse: () => {
      if (deps.clock() >= tokenEndsAt) return { code: 'TOKEN_EXPIRED' };
      return deps.buckets.take(principal.conversationId) ? null : { code: 'RATE_LIMITED' };
    },
    handle: (name, input) => (Object.hasOwn(CUSTOMER_REQUESTS, name) ? CUSTOMER_REQUESTS[name]?.(deps, socket, input) : undefined),
  });
}

/** A sign of life for every page, with the newest public number; a page whose token has ended is told and closed. */
export function beatCustomers({ customers, heads, clock }: CustomerLineDependencies): void {
  const at = clock();
  for (const socket of customers.sockets.values()) {
    if (at >= socket.data.tokenEndsAt) {
      socket.emit('ended', { code: 'TOKEN_EXPIRED' });
      socket.disconnect(true);
      continue;
    }
    // A page that has not asked yet learns its number by asking.
    const numbers = heads.get(socket.data.principal.conversationId);
    if (numbers) socket.emit('heartbeat', { publicSeq: numbers.publicSeq, at });
  }
}
