import type { Actor } from '../../../../src/shared/contracts/basics.ts';
import type { ActionKind } from '../../../../src/shared/contracts/action.ts';
import type { KnownEvent } from '../../../../src/shared/contracts/events/envelope.ts';
import type { TicketState } from '../../../../src/shared/contracts/ticket.ts';
import type { ActionEvent } from '../../../../src/shared/domain/action-record.ts';

/** A well-formed id, the same for the same number. */
export const idOf = (number: number): string => `00000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;

export const SHOP_ID = idOf(1);
export const CONVERSATION_ID = idOf(2);
export const CUSTOMER: Actor = { kind: 'customer', id: idOf(3) };
export const BOT: Actor = { kind: 'bot', id: idOf(4) };
export const SYSTEM: Actor = { kind: 'system', id: 'clock' };
export const STAFF: readonly Actor[] = [
  { kind: 'agent', id: idOf(5) },
  { kind: 'agent', id: idOf(6) },
  { kind: 'lead', id: idOf(7) },
];
const FIRST_FREE_ID = 100;

export type OpenAction = { readonly actionId: string; readonly kind: ActionKind; readonly orderNumber: string; readonly stage: ActionEvent['type'] };

/** What a writer of events knows of the log so far. Grows in place while one log is played, and is thrown away with it. */
export type World = {
  ids: number;
  seq: number;
  position: number;
  at: number;
  /** `publicSeqs[seq]` is the public number reached at that seq. */
  readonly publicSeqs: number[];
  episode: { number: number; isOpen: boolean };
  owner: string | null;
  readonly messages: { readonly id: string; readonly seq: number; readonly by: Actor['kind'] }[];
  readonly contentIds: string[];
  readonly flags: { readonly flagId: string; readonly messageSeq: number }[];
  readonly actions: Map<string, OpenAction>;
  readonly tickets: Map<string, TicketState>;
  readonly sets: string[];
};

export const newWorld = (): World => ({
  ids: FIRST_FREE_ID,
  seq: 0,
  position: 0,
  at: 1_790_000_000_000,
  publicSeqs: [0],
  episode: { number: 0, isOpen: false },
  owner: null,
  messages: [],
  contentIds: [],
  flags: [],
  actions: new Map(),
  tickets: new Map(),
  sets: [],
});

/** An id that nothing in this world has yet. */
export function freshId(world: World): string {
  world.ids += 1;
  return idOf(world.ids);
}

/** The chosen member, or undefined if there is none. */
export const pickFrom = <T>(from: readonly T[], pick: number): T | undefined => from[pick % Math.max(1, from.length)];

function rememberAction(world: World, { type, payload: { actionId, kind, orderNumber } }: ActionEvent): void {
  world.actions.set(actionId, { actionId, kind, orderNumber, stage: type });
}

/** Keeps what later events may speak of. */
export function remember(world: World, event: KnownEvent): void {
  switch (event.type) {
    case 'episode.opened': world.episode = { number: event.payload.episode, isOpen: true }; break;
    case 'episode.reopened': world.episode.isOpen = true; break;
    case 'episode.resolved': world.episode.isOpen = false; break;
    case 'message.posted': world.messages.push({ id: event.id, seq: event.seq, by: event.actor.kind }); break;
    case 'flag.raised': world.flags.push(event.payload); break;
    case 'suggestion.offered': world.sets.push(event.payload.setId); break;
    case 'assignment.accepted': world.owner = event.payload.agentId; break;
    case 'ticket.created': world.tickets.set(event.payload.ticketId, 'new'); break;
    case 'ticket.state-changed': world.tickets.set(event.payload.ticketId, event.payload.to); break;
    case 'action.proposed':
    case 'action.approved':
    case 'action.declined':
    case 'action.submitted':
    case 'action.executed':
    case 'action.unconfirmed':
    case 'action.failed': rememberAction(world, event); break;
    default: break;
  }
}
