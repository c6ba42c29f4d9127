import { performance } from 'node:perf_hooks';
import * as fc from 'fast-check';
import type { ConversationState } from '../../../src/shared/contracts/conversation-state.ts';
import type { LogEvent } from '../../../src/shared/contracts/events/envelope.ts';
import { reduceConversation } from '../../../src/shared/domain/reducers/reduce-conversation.ts';
import { reduceHead } from '../../../src/shared/domain/reducers/reduce-head.ts';
import { trimWindow } from '../../../src/shared/domain/reducers/reduce-window.ts';
import { LIMITS } from '../../../src/shared/lib/limits.ts';
import { empty } from '../../unit/shared/random-log/logs.ts';
import { anyMoves } from '../../unit/shared/random-log/move.ts';
import { play } from '../../unit/shared/random-log/play.ts';

const EVENTS = 20_000;
const ROUNDS = 7;
/** A desk lets its window grow to twice a page before it trims. */
const WINDOW_MOST = LIMITS.pageItems * 2;

/** One long log of every event type, the same in every run. */
function longLog(): LogEvent[] {
  const moves = fc.sample(anyMoves(80), { numRuns: EVENTS / 20, seed: 11 }).flat();
  return play(moves).slice(0, EVENTS);
}

/** As the backend folds: heads only. */
const foldHead = (log: readonly LogEvent[]) => log.reduce(reduceHead, empty.head);

/** As a desk folds: head and window, trimmed. */
function foldWindow(log: readonly LogEvent[]): ConversationState {
  let state = empty;
  for (const event of log) {
    state = reduceConversation(state, event).state;
    if (state.window.items.length > WINDOW_MOST) state = { ...state, window: trimWindow(state.window, LIMITS.pageItems) };
  }
  return state;
}

function millisecondsOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

const log = longLog();
const lines = log.map((event) => JSON.stringify(event));
const works = {
  'JSON.parse': () => lines.map((line): unknown => JSON.parse(line)),
  'head only': () => foldHead(log),
  'head and window': () => foldWindow(log),
};

/** Rounds go through all works in turn, so that a slow moment of the machine meets each of them. */
const rounds = Array.from({ length: ROUNDS }, () => Object.values(works).map(millisecondsOf));
const [parse = Number.NaN, ...folds] = Object.keys(works).map((_name, index) => median(rounds.slice(1).map((round) => round[index] ?? Number.NaN)));

console.log(`reducer: ${log.length} events, median of ${ROUNDS - 1} rounds after a warm one; JSON.parse ${Math.round(log.length / parse)} events/ms`);
for (const [index, name] of Object.keys(works).slice(1).entries()) {
  const took = folds[index] ?? Number.NaN;
  console.log(`reducer: ${name}: ${Math.round(log.length / took)} events/ms, ${(took / parse).toFixed(2)}x of JSON.parse`);
}
