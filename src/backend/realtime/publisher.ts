import type { Id } from '../../shared/contracts/basics.ts';
import type { LogEvent } from '../../shared/contracts/events/envelope.ts';
import type { PublicEvent } from '../../shared/contracts/events/public-event.ts';
import { viewForCustomer, type NameOf } from '../audience/customer-view.ts';
import { isForAllStaff, viewForStaff } from '../audience/staff-view.ts';
import { presentRow, type Commit } from '../log/stored-conversation.ts';
import type { FeedBroadcast } from './feed-broadcast.ts';
import type { OpenHeads } from './open-heads.ts';
import { conversationRoom } from './rooms.ts';
import type { CustomerNamespace, StaffServer } from './socket-server.ts';

export type PublisherDependencies = {
  readonly io: StaffServer;
  readonly customers: CustomerNamespace;
  readonly feed: FeedBroadcast;
  readonly heads: OpenHeads;
  readonly nameOf: NameOf;
};

/** Tells everybody connected here what has been committed, in order. */
export type Publisher = { readonly publish: (commits: readonly Commit[]) => void };

function publishToStaff({ io }: PublisherDependencies, conversationId: Id, events: readonly LogEvent[]): void {
  const room = conversationRoom(conversationId);
  if (events.every(isForAllStaff)) {
    io.to(room).emit('events', events);
    return;
  }
  for (const socketId of io.of('/').adapter.rooms.get(room) ?? []) {
    const socket = io.of('/').sockets.get(socketId);
    socket?.emit('events', events.map(viewForStaff(socket.data.principal.accountId)));
  }
}

function publishToCustomer({ customers, nameOf }: PublisherDependencies, { conversation, events }: Commit): void {
  const { conversationId, language } = conversation.head;
  const visible = events.map((event) => viewForCustomer(event, { nameOf, language })).filter((event): event is PublicEvent => event !== null);
  if (visible.length > 0) customers.to(conversationRoom(conversationId)).emit('events', visible);
}

/** A publisher over both namespaces. */
export function createPublisher(deps: PublisherDependencies): Publisher {
  return {
    publish: (commits) => {
      for (const commit of commits) {
        const { head } = commit.conversation;
        deps.heads.advance(head.conversationId, head);
        publishToStaff(deps, head.conversationId, commit.events);
        publishToCustomer(deps, commit);
        deps.feed.changed(presentRow(commit.conversation), commit.events.at(-1)?.position ?? 0);
      }
    },
  };
}
