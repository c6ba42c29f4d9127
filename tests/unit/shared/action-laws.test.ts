import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionRecordSchema } from '../../../src/shared/contracts/action.ts';
import type { LogEvent } from '../../../src/shared/contracts/events/envelope.ts';
import { isFinished, reduceAction, type ActionEvent } from '../../../src/shared/domain/action-record.ts';
import { isKnownEvent } from '../../../src/shared/domain/known-versions.ts';
import { eventTypes, movesOf } from './random-log/move.ts';
import { play } from './random-log/play.ts';

const isActionEvent = (event: LogEvent): event is ActionEvent => isKnownEvent(event) && event.type.startsWith('action.');

/** The events of each action of a log, in order. */
const ledgers = (): fc.Arbitrary<ActionEvent[][]> =>
  movesOf(eventTypes.filter((type) => type.startsWith('action.')), 60).map((moves) => [
    ...Map.groupBy(play(moves).filter(isActionEvent), (event) => event.payload.actionId).values(),
  ]);

const foldAction = (events: readonly ActionEvent[]) => events.slice(1).reduce(reduceAction, events[0] ? reduceAction(null, events[0]) : null);

const STATE_AFTER = {
  'action.proposed': 'proposed', 'action.approved': 'proposed', 'action.declined': 'declined', 'action.submitted': 'submitted',
  'action.executed': 'executed', 'action.unconfirmed': 'unconfirmed', 'action.failed': 'failed',
} as const satisfies { [T in ActionEvent['type']]: string };

describe("an action of an order's ledger", () => {
  it('is where its last event left it', () => {
    fc.assert(
      fc.property(ledgers(), (all) => {
        for (const events of all) {
          const last = events.at(-1);
          expect(foldAction(events)?.state).toBe(last && STATE_AFTER[last.type]);
        }
      }),
    );
  });

  it('keeps who proposed it and when, and ends with the receipt or the reason', () => {
    fc.assert(
      fc.property(ledgers(), (all) => {
        for (const events of all) {
          const record = foldAction(events);
          expect(record).toMatchObject({ seq: events[0]?.seq, proposedBy: events[0]?.actor.id });
          expect(actionRecordSchema.parse(record)).toEqual(record);
          expect(record?.receiptNumber !== null).toBe(record?.state === 'executed');
          expect(record?.failure !== null).toBe(record?.state === 'failed' || record?.state === 'declined');
        }
      }),
    );
  });

  it('is finished when nothing may follow', () => {
    fc.assert(
      fc.property(ledgers(), (all) => {
        for (const events of all) {
          const finished = events.map((_event, index) => foldAction(events.slice(0, index + 1))).map((record) => record !== null && isFinished(record));
          expect(finished.slice(0, -1)).not.toContain(true);
        }
      }),
    );
  });

  it('says of an action whose beginning is not at hand what the event alone can say', () => {
    fc.assert(
      fc.property(ledgers(), (all) => {
        for (const event of all.flat()) {
          const { actionId, kind, orderNumber } = event.payload;
          expect(reduceAction(null, event)).toMatchObject({ actionId, kind, orderNumber, seq: event.seq });
        }
      }),
    );
  });
});
