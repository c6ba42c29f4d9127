import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVENTS } from '../../../src/shared/contracts/events/catalogue.ts';
import { envelopeSchema, type LogEvent } from '../../../src/shared/contracts/events/envelope.ts';
import { isKnownEvent } from '../../../src/shared/domain/known-versions.ts';
import { anyLog } from './random-log/logs.ts';
import { eventTypes } from './random-log/move.ts';

function expectContract(event: LogEvent): void {
  expect(envelopeSchema.parse(event)).toEqual(event);
  if (!isKnownEvent(event)) return;
  const { payload, content } = EVENTS[event.type];
  expect(payload.parse(event.payload)).toEqual(event.payload);
  expect(event.contentId === null).toBe(content === null);
  expect(content?.parse(event.content) ?? null).toEqual(event.content);
}

describe('the random log', () => {
  it('is dense and keeps to the contract of every type', () => {
    fc.assert(
      fc.property(anyLog(), (log) => {
        expect(log.map((event) => event.seq)).toEqual(log.map((_event, index) => index + 1));
        const publicSeqs = log.flatMap((event) => event.publicSeq ?? []);
        expect(publicSeqs).toEqual(publicSeqs.map((_seq, index) => index + 1));
        log.forEach(expectContract);
      }),
      { numRuns: 40 },
    );
  });

  it('comes to every type of the contract, and to those that no build knows', () => {
    const seen = new Set(fc.sample(anyLog(), { numRuns: 300, seed: 7 }).flatMap((log) => log.map((event) => event.type)));
    expect([...seen].toSorted()).toEqual([...eventTypes, 'hidden', 'promise.made'].toSorted());
  });
});
