import { array, assert, constantFrom, double, oneof, property, record, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Button } from '../shared/contracts/message.ts';
import { decide, openingOf, returningOf } from './decide.ts';
import { readDemoCast, rolesFor } from './demo-cast.ts';
import { FRESH, type Act, type Goal, type Memory, type Role, type Stimulus } from './goal.ts';
import { GOALS } from './goals/goals.ts';

const cast = readDemoCast();
const ROLE: Role = { customer: 'chen-xiaoman', language: 'zh', orderNumber: 'B2048-7713', product: '茶具' };
const byName = (name: string): Goal => {
  const goal = GOALS.find((candidate) => candidate.name === name);
  if (!goal) throw new Error(`no goal ${name}`);
  return goal;
};

const buttons = array(record<Button>({ id: oneof(string(), constantFrom('order:B2048-7713', 'intent:track-order')), label: string() }), { minLength: 1, maxLength: 4 });
const button: Button = { id: 'b', label: 'b' };
const BARE = ['asks-photo', 'asks-order-number', 'answers', 'person-asks', 'person-says', 'queued', 'person-came', 'receipt', 'resolved', 'silence'] as const;
const stimuli = oneof(
  buttons.map((offered): Stimulus => ({ kind: 'asks-order', buttons: offered })),
  buttons.map((offered): Stimulus => ({ kind: 'asks-which', buttons: offered })),
  constantFrom<Stimulus>({ kind: 'proposes', yes: button, no: button }, { kind: 'offers-person', button }),
  constantFrom(...BARE).map((kind): Stimulus => ({ kind })),
);
const moments = array(record({ stimulus: stimuli, chance: double({ min: 0, max: 1, noNaN: true, maxExcluded: true }) }), { minLength: 16, maxLength: 16 });

const isWhole = (act: Act): boolean => act.kind === 'press' || /^[^{}]+$/.test(act.text);
const isOffered = (act: Act, stimulus: Stimulus): boolean => act.kind !== 'press' || JSON.stringify(stimulus).includes(JSON.stringify(act.button));
const isHeld = (act: Act, goal: Goal): boolean => act.kind !== 'send-photo' || goal.photo !== null;

describe.each(GOALS.map((goal) => [goal.name, goal] as const))('%s', (_name, goal) => {
  const roles = rolesFor(goal, cast);

  it('can be played by somebody of the demo shop in every language it has words for', () => {
    expect(new Set(roles.map(({ language }) => language))).toEqual(new Set(Object.keys(goal.says)));
  });

  it('ends, and until then presses only what is offered, sends only what it has and says only whole sentences', () => {
    assert(
      property(constantFrom(...roles), moments, (role, coming) => {
        let memory = FRESH;
        for (const { stimulus, chance } of coming) {
          const step = decide({ goal, role, memory, chance }, stimulus);
          expect(step.acts.every((act) => isWhole(act) && isOffered(act, stimulus) && isHeld(act, goal))).toBe(true);
          if (step.end !== null) return;
          ({ memory } = step);
        }
        throw new Error('it never ended');
      }),
    );
  });

  it('begins with words that have no gaps, today and another day', () => {
    for (const role of roles) {
      for (const chance of [0, 0.3, 0.6, 0.99]) {
        for (const line of [...openingOf({ goal, role, chance }), ...returningOf({ role, chance })]) expect(line).toMatch(/^[^{}]+$/);
      }
    }
  });
});

describe('a customer', () => {
  const at = (goal: Goal, memory: Memory = FRESH, chance = 0) => ({ goal, role: ROLE, memory, chance });
  const damaged = byName('damaged-on-arrival');

  it('presses the button of their own order, and says the number when it is not among them', () => {
    const mine = { id: 'order:B2048-7713', label: 'mine' };
    const other = { id: 'order:B1', label: 'other' };
    expect(decide(at(damaged), { kind: 'asks-order', buttons: [other, mine] }).acts).toEqual([{ kind: 'press', button: mine }]);
    expect(decide(at(damaged), { kind: 'asks-order', buttons: [other] }).acts).toMatchObject([{ kind: 'say', text: expect.stringContaining('B2048-7713') }]);
  });

  it('presses the topic they came for', () => {
    const topics = [{ id: 'intent:warranty', label: 'w' }, { id: 'intent:damaged-item', label: 'd' }];
    expect(decide(at(damaged), { kind: 'asks-which', buttons: topics }).acts).toEqual([{ kind: 'press', button: topics[1] }]);
  });

  it('sends the photo once, and then has no other', () => {
    const first = decide(at(damaged), { kind: 'asks-photo' });
    expect(first.acts).toMatchObject([{ kind: 'send-photo' }]);
    expect(decide(at(damaged, first.memory), { kind: 'asks-photo' }).acts).toMatchObject([{ kind: 'say' }]);
  });

  it('asks for a person when the bot has used up their patience', () => {
    const first = decide(at(damaged, FRESH, 0.9), { kind: 'answers' });
    const second = decide(at(damaged, first.memory, 0.9), { kind: 'answers' });
    expect([first.memory.hasAskedForPerson, second.memory.hasAskedForPerson]).toEqual([false, true]);
  });

  it('says thanks and goes when it is settled, or just goes', () => {
    expect(decide(at(damaged), { kind: 'receipt' })).toMatchObject({ acts: [{ kind: 'say' }], end: 'satisfied' });
    expect(decide(at(byName('silent-after-the-answer')), { kind: 'answers' })).toMatchObject({ acts: [], end: 'silent' });
  });

  it('gives up on silence after their nudges', () => {
    let step = decide(at(damaged), { kind: 'silence' });
    while (step.end === null) step = decide(at(damaged, step.memory), { kind: 'silence' });
    expect(step).toMatchObject({ end: 'gave-up', memory: { nudges: damaged.temper.nudges + 1 } });
  });
});
