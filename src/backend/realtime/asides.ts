import type { Id } from '../../shared/contracts/basics.ts';
import type { Presence } from '../../shared/contracts/people.ts';
import type { Activity } from '../../shared/contracts/wire/staff-socket.ts';
import type { NodeBus } from '../nodes/node-bus.ts';
import type { NodeWord } from '../nodes/node-word.ts';
import { conversationRoom, shopRoom } from './rooms.ts';
import type { CustomerNamespace, StaffServer, StaffSocket } from './socket-server.ts';

/** What is told now, on every node, and kept nowhere. */
export type Asides = {
  /** To those who have the conversation open; `speaker` isn't told of themselves. */
  readonly activity: (activity: Activity, speaker?: StaffSocket) => void;
  /** Somebody of the staff types, or no longer: to the customer's pages. */
  readonly typing: (conversationId: Id, typing: boolean) => void;
  readonly presence: (shopIds: readonly Id[], presence: Presence) => void;
};

type Dependencies = { readonly io: StaffServer; readonly customers: CustomerNamespace; readonly bus: NodeBus };

/** What people connected here are told. */
function tellHere({ io, customers }: Dependencies, word: NodeWord): void {
  switch (word.kind) {
    case 'activity': return void io.to(conversationRoom(word.activity.conversationId)).volatile.emit('activity', word.activity);
    case 'typing': return void customers.to(conversationRoom(word.conversationId)).volatile.emit('typing', { typing: word.typing });
    case 'presence': return void io.to(word.shopIds.map(shopRoom)).emit('presence', word.presence);
    case 'committed': case 'connected': case 'revoked': return undefined;
  }
}

/** Tells here at once, and other nodes by the bus. */
export function createAsides(deps: Dependencies): Asides {
  const { bus } = deps;
  bus.onHeard((word) => tellHere(deps, word));
  const tellAll = (word: NodeWord): void => {
    tellHere(deps, word);
    bus.tell(word);
  };
  return {
    activity: (activity, speaker) => {
      const word = { kind: 'activity', activity } as const;
      if (!speaker) return tellAll(word);
      speaker.to(conversationRoom(activity.conversationId)).emit('activity', activity);
      bus.tell(word);
    },
    typing: (conversationId, typing) => tellAll({ kind: 'typing', conversationId, typing }),
    presence: (shopIds, presence) => tellAll({ kind: 'presence', shopIds: [...shopIds], presence }),
  };
}
