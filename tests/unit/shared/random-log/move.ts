import * as fc from 'fast-check';
import { EVENTS, type EventType } from '../../../../src/shared/contracts/events/catalogue.ts';

/** What a move asks for: an event of the contract, or one of the three kinds that a reducer can't read. */
export type MoveType = EventType | 'unknown' | 'newer' | 'hidden';

/**
 * One step of a random log. Numbers are choices, taken modulo what there is to choose from, so that a move keeps a meaning
 * whatever came before it; one that has none (an edit before any message) is left out.
 */
export type Move = {
  readonly type: MoveType;
  readonly pick: number;
  readonly other: number;
  readonly yes: boolean;
  readonly words: string;
  readonly ratio: number;
  readonly later: number;
};

export const eventTypes = Object.keys(EVENTS) as EventType[];
const unreadable = ['unknown', 'newer', 'hidden'] as const;
/** What is said and unsaid comes more often: most other events need something to speak of. */
const moveTypes: readonly MoveType[] = [...eventTypes, ...unreadable, ...Array<MoveType>(8).fill('message.posted'), 'message.edited', 'message.recalled', 'content.erased'];

const moveOf = (types: readonly MoveType[]): fc.Arbitrary<Move> =>
  fc.record({
    type: fc.constantFrom(...types),
    pick: fc.nat(9_999),
    other: fc.nat(9_999),
    yes: fc.boolean(),
    words: fc.string({ unit: 'grapheme', maxLength: 40 }),
    ratio: fc.integer({ min: -100, max: 100 }).map((percent) => (percent === 0 ? 0 : percent / 100)),
    later: fc.nat(60_000),
  });

/** Moves of the given types alone. */
export const movesOf = (types: readonly MoveType[], maxLength: number): fc.Arbitrary<Move[]> => fc.array(moveOf(types), { maxLength, size: 'max' });

/** Moves of every type. */
export const anyMoves = (maxLength: number): fc.Arbitrary<Move[]> => movesOf(moveTypes, maxLength);

/** Moves of a few types, many of each: what presses on a bound. */
export const skewedMoves = (maxLength: number): fc.Arbitrary<Move[]> =>
  fc
    .subarray([...moveTypes], { minLength: 1, maxLength: 3 })
    .chain((few) => fc.array(moveOf(['message.posted', ...few, ...few]), { minLength: maxLength / 2, maxLength, size: 'max' }));
