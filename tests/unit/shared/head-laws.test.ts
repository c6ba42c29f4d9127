import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePointLength, LIMITS } from '../../../src/shared/lib/limits.ts';
import type { ConversationHead } from '../../../src/shared/contracts/conversation-state.ts';
import type { LogEvent } from '../../../src/shared/contracts/events/envelope.ts';
import { isKnownEvent } from '../../../src/shared/domain/known-versions.ts';
import { isFinished, reduceAction, type ActionEvent } from '../../../src/shared/domain/action-record.ts';
import { reduceHead } from '../../../src/shared/domain/reducers/reduce-head.ts';
import { anyLog, empty, eventsOf, skewedLog } from './random-log/logs.ts';
import { play } from './random-log/play.ts';

/** Members of the longest lists that a head keeps, by the docstrings of its contract. */
const KEPT = { trend: 12, openFlags: 20, unreadSeqs: 100, openActions: 20, tried: 8, timeline: 50, characters: 40_000 } as const;

const headOf = (log: readonly LogEvent[]): ConversationHead => log.reduce(reduceHead, empty.head);

/** Each event with the head before and after it. */
function* steps(log: readonly LogEvent[]): Generator<{ before: ConversationHead; event: LogEvent; after: ConversationHead }> {
  let before = empty.head;
  for (const event of log) {
    const after = reduceHead(before, event);
    yield { before, event, after };
    before = after;
  }
}

/** What of a head may grow; `characters` is far above what such lists of short texts come to, far below 240 events of them. */
const sizesOf = (head: ConversationHead): { readonly [K in keyof typeof KEPT]: number } => ({
  trend: head.mood.trend.length,
  openFlags: head.openFlags.length,
  unreadSeqs: head.unreadSeqs.length,
  openActions: head.openActions.length,
  tried: head.bot.tried.length,
  timeline: head.ticket?.timeline.length ?? 0,
  characters: JSON.stringify(head).length,
});

/** The actions of a log that are not finished, by folding each action's own events. */
function openActionsOf(log: readonly LogEvent[]) {
  const events = log.filter((event): event is ActionEvent => isKnownEvent(event) && event.type.startsWith('action.'));
  const byAction = Map.groupBy(events, (event) => event.payload.actionId);
  const records = [...byAction.values()].map(([first, ...rest]) => first && rest.reduce(reduceAction, reduceAction(null, first)));
  return records.filter((record) => record && !isFinished(record));
}

/** The waiting clock after an event, by its definition; an event that is not named here leaves it alone. */
function waitingAfter({ waitingSince, episode }: ConversationHead, event: LogEvent): number | null {
  if (!isKnownEvent(event)) return waitingSince;
  switch (event.type) {
    case 'handoff.requested': return event.at;
    case 'episode.opened':
    case 'episode.resolved': return null;
    case 'message.posted': {
      if (event.actor.kind === 'agent' || event.actor.kind === 'lead') return null;
      return event.actor.kind === 'customer' && episode.hadPerson ? (waitingSince ?? event.at) : waitingSince;
    }
    default: return waitingSince;
  }
}

describe('the head', () => {
  it('is of constant size, whatever the log is made of', () => {
    fc.assert(
      fc.property(skewedLog(), (log) => {
        const sizes = Object.entries(sizesOf(headOf(log)));
        expect(sizes.filter(([what, size]) => size > KEPT[what as keyof typeof KEPT])).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('holds the mood within -1..1', () => {
    fc.assert(
      fc.property(anyLog(), (log) => {
        const { level, trend } = headOf(log).mood;
        for (const value of [level, ...trend]) expect(Math.abs(value)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('counts messages and never lets a read mark fall', () => {
    fc.assert(
      fc.property(anyLog(), (log) => {
        expect(headOf(log).messageCount).toBe(eventsOf(log, 'message.posted').length);
        for (const { before, after } of steps(log)) {
          expect(after.reads.customer).toBeGreaterThanOrEqual(before.reads.customer);
          expect(after.reads.staff).toBeGreaterThanOrEqual(before.reads.staff);
          expect(after.deliveredUpTo).toBeGreaterThanOrEqual(before.deliveredUpTo);
        }
      }),
    );
  });

  it('has the open actions of the log, oldest first', () => {
    fc.assert(
      fc.property(anyLog(), (log) => {
        const open = openActionsOf(log);
        fc.pre(open.length <= KEPT.openActions);
        expect(headOf(log).openActions).toEqual(open.toSorted((a, b) => (a?.seq ?? 0) - (b?.seq ?? 0)));
      }),
    );
  });

  it('takes a conversation from its holder alone', () => {
    fc.assert(
      fc.property(anyLog(), (log) => {
        for (const { before, event, after } of steps(log)) {
          if (!isKnownEvent(event) || event.type !== 'assignment.revoked') continue;
          const wasTheirs = before.holder.kind === 'agent' && before.holder.agentId === event.payload.agentId;
          expect(after.holder).toEqual(wasTheirs ? { kind: 'none' } : before.holder);
        }
      }),
    );
  });

  it('stops and marks the clock of the metric that an event speaks of, no other', () => {
    fc.assert(
      fc.property(anyLog(), (log) => {
        for (const { before, event, after } of steps(log)) {
          if (!isKnownEvent(event) || (event.type !== 'sla.met' && event.type !== 'sla.breached')) continue;
          const ended = event.type === 'sla.met' ? null : { ...before.sla, breached: true };
          expect(after.sla).toEqual(before.sla?.metric === event.payload.metric ? ended : before.sla);
        }
      }),
    );
  });

  it('starts the waiting clock with the oldest unanswered word to a person, and stops it with their answer', () => {
    fc.assert(
      fc.property(anyLog(), (log) => {
        for (const { before, event, after } of steps(log)) expect(after.waitingSince).toBe(waitingAfter(before, event));
      }),
    );
  });

  it('never shows again what was recalled', () => {
    fc.assert(
      fc.property(anyLog(), (log) => {
        const recalled = new Set(eventsOf(log, 'message.recalled').map((event) => event.payload.messageSeq));
        const { last } = headOf(log);
        expect(last && recalled.has(last.seq) ? last.text : null).toBeNull();
      }),
    );
  });

  it('knows that a person has it once one was asked for or had it', () => {
    fc.assert(
      fc.property(anyLog(), (log) => {
        const { episode, holder } = headOf(log);
        expect(episode.hadPerson || holder.kind === 'none' || holder.kind === 'bot').toBe(true);
      }),
    );
  });

  it('cuts its last line between characters', () => {
    const spaced = fc.tuple(fc.integer({ min: 300, max: 330 }), fc.string({ unit: 'grapheme', maxLength: 90 })).map(([spaces, said]) => ' '.repeat(spaces) + said);
    fc.assert(
      fc.property(fc.oneof(spaced, fc.string({ unit: 'grapheme', maxLength: 400 })), (words) => {
        const line = headOf(play([{ type: 'message.posted', pick: 0, other: 0, yes: true, words, ratio: 0, later: 0 }])).last?.text ?? '';
        expect(line.isWellFormed()).toBe(true);
        expect(codePointLength(line)).toBeLessThanOrEqual(LIMITS.lastLineCharacters);
      }),
      { numRuns: 500 },
    );
  });
});
