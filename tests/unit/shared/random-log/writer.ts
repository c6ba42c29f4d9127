import type { Actor } from '../../../../src/shared/contracts/basics.ts';
import type { ContentOf, EventType, PayloadOf } from '../../../../src/shared/contracts/events/catalogue.ts';
import type { Move } from './move.ts';
import type { World } from './world.ts';

/** What an event says, before the log numbers it. */
export type Draft<T extends EventType> = { readonly actor: Actor; readonly payload: PayloadOf<T>; readonly content?: ContentOf<T> };

/** Writes an event of one type, or null where the log so far has no place for it. Reads the world, and takes fresh ids of it. */
export type Writer<T extends EventType> = (world: World, move: Move) => Draft<T> | null;
export type Writers<T extends EventType = EventType> = { readonly [K in T]: Writer<K> };
