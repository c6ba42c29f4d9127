import { EVENTS, type EventType } from '../../../../src/shared/contracts/events/catalogue.ts';
import { HIDDEN_TYPE, type LogEvent } from '../../../../src/shared/contracts/events/envelope.ts';
import { isKnownEvent } from '../../../../src/shared/domain/known-versions.ts';
import type { Actor } from '../../../../src/shared/contracts/basics.ts';
import { actionWriters } from './writers/action.ts';
import { botWriters } from './writers/bot.ts';
import { episodeWriters } from './writers/episode.ts';
import { messageWriters } from './writers/message.ts';
import { queueWriters } from './writers/queue.ts';
import { ticketWriters } from './writers/ticket.ts';
import { eventTypes, type Move } from './move.ts';
import { CONVERSATION_ID, freshId, newWorld, pickFrom, remember, SHOP_ID, SYSTEM, type World } from './world.ts';
import type { Writers } from './writer.ts';

const WRITERS: Writers = { ...episodeWriters, ...messageWriters, ...botWriters, ...queueWriters, ...ticketWriters, ...actionWriters };

type Said = Pick<LogEvent, 'type' | 'schemaVersion' | 'payload' | 'content' | 'actor'> & { readonly isPublic: boolean; readonly hasContent: boolean };

function say(world: World, move: Move, type: EventType): Said | null {
  const write: (world: World, move: Move) => { actor: Actor; payload: LogEvent['payload']; content?: unknown } | null = WRITERS[type];
  const draft = write(world, move);
  const { audience, schemaVersion, content } = EVENTS[type];
  return draft && { type, schemaVersion, actor: draft.actor, payload: draft.payload, content: draft.content ?? null, isPublic: audience === 'public', hasContent: content !== null };
}

/** Events that this build can't read, though their payloads would tempt it to. */
function sayUnreadable(world: World, move: Move): Said | null {
  const opaque = { schemaVersion: 1, actor: SYSTEM, content: null, hasContent: false };
  if (move.type === 'hidden') return { ...opaque, type: HIDDEN_TYPE, payload: {}, isPublic: false };
  if (move.type === 'unknown') return { ...opaque, type: 'promise.made', payload: { messageSeq: 1 + (move.pick % (world.seq + 1)), to: 'person' }, isPublic: move.yes };
  const said = say(world, move, pickFrom(eventTypes, move.other) ?? 'note.posted');
  return said && { ...said, schemaVersion: said.schemaVersion + 1 };
}

function append(world: World, said: Said, later: number): LogEvent {
  const { isPublic, hasContent, ...rest } = said;
  world.seq += 1;
  world.position += 1 + (later % 3);
  world.at += later;
  const publicSeq = (world.publicSeqs[world.seq - 1] ?? 0) + (isPublic ? 1 : 0);
  world.publicSeqs.push(publicSeq);
  const contentId = hasContent ? freshId(world) : null;
  if (contentId) world.contentIds.push(contentId);
  return {
    id: freshId(world), shopId: SHOP_ID, conversationId: CONVERSATION_ID, episode: world.episode.number, seq: world.seq, position: world.position,
    publicSeq: isPublic ? publicSeq : null, at: world.at, causationId: null, contentId, ...rest,
  };
}

const OPENING: Move = { type: 'episode.opened', pick: 0, other: 0, yes: true, words: '', ratio: 0, later: 0 };

/** The log that the moves make: dense, typed by the contract, opening with its first episode. The same moves make the same log. */
export function play(moves: readonly Move[]): LogEvent[] {
  const world = newWorld();
  return [OPENING, ...moves].flatMap((move) => {
    const isReadable = move.type !== 'hidden' && move.type !== 'unknown' && move.type !== 'newer';
    const said = isReadable ? say(world, move, move.type) : sayUnreadable(world, move);
    if (!said) return [];
    const event = append(world, said, move.later);
    if (isKnownEvent(event)) remember(world, event);
    return [event];
  });
}
