import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tierSchema } from '../contracts/basics.ts';
import { prioritySchema, ticketKindSchema } from '../contracts/ticket.ts';
import { prioritise, type PriorityFacts } from './ticket-priority.ts';

const calm: PriorityFacts = { kind: 'inquiry', tier: 'member', flagCount: 0, mood: 0, orderAmount: 0, repeatContacts: 0 };

const facts = (): fc.Arbitrary<PriorityFacts> =>
  fc.record({
    kind: fc.constantFrom(...ticketKindSchema.options),
    tier: fc.constantFrom(...tierSchema.options),
    flagCount: fc.nat(5),
    mood: fc.double({ min: -1, max: 1, noNaN: true }),
    orderAmount: fc.nat(200_000),
    repeatContacts: fc.nat(5),
  });

const rank = (one: PriorityFacts) => prioritySchema.options.indexOf(prioritise(one).priority);

describe('the priority of a ticket', () => {
  it.each([
    { of: {}, priority: 'low', reasons: [] },
    { of: { tier: 'silver' }, priority: 'normal', reasons: ['tier-silver'] },
    { of: { mood: -0.3 }, priority: 'normal', reasons: ['negative-mood'] },
    { of: { orderAmount: 50_000 }, priority: 'normal', reasons: ['high-value'] },
    { of: { orderAmount: 49_999 }, priority: 'low', reasons: [] },
    { of: { repeatContacts: 1 }, priority: 'normal', reasons: ['repeat-contact'] },
    { of: { kind: 'complaint' }, priority: 'normal', reasons: ['complaint'] },
    { of: { kind: 'complaint', mood: -0.6 }, priority: 'high', reasons: ['complaint', 'negative-mood'] },
    { of: { flagCount: 2 }, priority: 'high', reasons: ['risk-flags'] },
    { of: { flagCount: 9, tier: 'gold' }, priority: 'urgent', reasons: ['tier-gold', 'risk-flags'] },
    { of: { kind: 'complaint', tier: 'black' }, priority: 'urgent', reasons: ['vip-complaint', 'complaint', 'tier-black'] },
  ] as const)('of $of is $priority', ({ of, priority, reasons }) => {
    const result = prioritise({ ...calm, ...of });
    expect(result.priority).toBe(priority);
    expect(result.reasons.map((reason) => reason.code)).toEqual(reasons);
  });

  it('is always urgent for a complaint of the highest tier', () => {
    fc.assert(
      fc.property(facts(), (one) => {
        const { priority, reasons } = prioritise({ ...one, kind: 'complaint', tier: 'black' });
        expect(priority).toBe('urgent');
        expect(reasons[0]?.code).toBe('vip-complaint');
      }),
    );
  });

  it('never falls because something got worse', () => {
    fc.assert(
      fc.property(facts(), facts(), (one, other) => {
        const worse: PriorityFacts = {
          ...one,
          flagCount: Math.max(one.flagCount, other.flagCount),
          mood: Math.min(one.mood, other.mood),
          orderAmount: Math.max(one.orderAmount, other.orderAmount),
          repeatContacts: Math.max(one.repeatContacts, other.repeatContacts),
        };
        expect(rank(worse)).toBeGreaterThanOrEqual(rank(one));
        expect(rank({ ...one, kind: 'complaint' })).toBeGreaterThanOrEqual(rank(one));
      }),
    );
  });

  it('gives only reasons that weigh something', () => {
    fc.assert(
      fc.property(facts(), (one) => {
        for (const reason of prioritise(one).reasons) expect(reason.weight).toBeGreaterThan(0);
      }),
    );
  });
});
