import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dispatch, dispatchScore, type Assignment, type AvailableAgent, type WaitingConversation } from './dispatch.ts';

const NOW = 1_790_000_000_000;
const MINUTE = 60_000;

const skills = () => fc.subarray(['refund', 'logistics', 'invoice']);
const times = (maxMinutes: number) => fc.nat(maxMinutes).map((minutes) => NOW - minutes * MINUTE);

const waitingLine = () =>
  fc.uniqueArray(
    fc.record({
      conversationId: fc.uuid({ version: 7 }),
      skills: skills(),
      language: fc.constantFrom('zh', 'en'),
      waitingSince: times(20),
      isOverdue: fc.boolean(),
      lastOwnerId: fc.constantFrom(null, 'agent-0', 'agent-1', 'agent-2'),
    }) satisfies fc.Arbitrary<WaitingConversation>,
    { maxLength: 12, selector: (waiting) => waiting.conversationId },
  );

const team = (): fc.Arbitrary<AvailableAgent[]> =>
  fc
    .array(
      fc.record({ skills: skills(), languages: fc.subarray(['zh', 'en'] as const), load: fc.nat(4), capacity: fc.nat(5), lastAssignedAt: fc.oneof(fc.constant(0), times(40)) }),
      { maxLength: 5 },
    )
    .map((agents) => agents.map((agent, index) => ({ ...agent, agentId: `agent-${index}` })));

const speaks = (agent: AvailableAgent, waiting: WaitingConversation) => agent.languages.includes(waiting.language);
const knowsHow = (agent: AvailableAgent, waiting: WaitingConversation) => waiting.skills.length === 0 || waiting.skills.some((skill) => agent.skills.includes(skill));

/** Places that an agent has left after these assignments. */
const placesLeft = (agent: AvailableAgent, assignments: readonly Assignment[]) =>
  agent.capacity - agent.load - assignments.filter((assignment) => assignment.agentId === agent.agentId).length;

const agent = (over: Partial<AvailableAgent>): AvailableAgent => ({ agentId: 'a', skills: [], languages: ['zh'], load: 0, capacity: 4, lastAssignedAt: 0, ...over });
const waiting = (over: Partial<WaitingConversation>): WaitingConversation => ({ conversationId: 'c', skills: [], language: 'zh', waitingSince: NOW - MINUTE, isOverdue: false, lastOwnerId: null, ...over });

describe('dispatch', () => {
  it('never exceeds a capacity and gives each conversation once', () => {
    fc.assert(
      fc.property(waitingLine(), team(), (line, agents) => {
        const assignments = dispatch(line, agents, NOW);
        for (const one of agents.filter(({ load, capacity }) => load <= capacity)) expect(placesLeft(one, assignments)).toBeGreaterThanOrEqual(0);
        expect(new Set(assignments.map((assignment) => assignment.conversationId)).size).toBe(assignments.length);
      }),
    );
  });

  it('gives only to who speaks the language and has a skill, unless it is overdue', () => {
    fc.assert(
      fc.property(waitingLine(), team(), (line, agents) => {
        for (const { conversationId, agentId } of dispatch(line, agents, NOW)) {
          const given = line.find((one) => one.conversationId === conversationId);
          const taker = agents.find((one) => one.agentId === agentId);
          expect(given && taker && speaks(taker, given) && (given.isOverdue || knowsHow(taker, given))).toBe(true);
        }
      }),
    );
  });

  it('leaves waiting only who fits nobody with a place left', () => {
    fc.assert(
      fc.property(waitingLine(), team(), (line, agents) => {
        const assignments = dispatch(line, agents, NOW);
        const left = line.filter((one) => assignments.every((assignment) => assignment.conversationId !== one.conversationId));
        const free = agents.filter((one) => placesLeft(one, assignments) > 0);
        expect(left.filter((one) => free.some((taker) => speaks(taker, one) && (one.isOverdue || knowsHow(taker, one))))).toEqual([]);
      }),
    );
  });

  it('serves the longest waiting first: who comes later takes nothing from who came before', () => {
    fc.assert(
      fc.property(waitingLine(), team(), (line, agents) => {
        const ordered = line.toSorted((a, b) => a.waitingSince - b.waitingSince || (a.conversationId < b.conversationId ? -1 : 1));
        const all = dispatch(line, agents, NOW);
        for (const [index] of ordered.entries()) {
          const first = dispatch(ordered.slice(0, index), agents, NOW);
          expect(all.slice(0, first.length)).toEqual(first);
        }
      }),
    );
  });

  it('comes to the same whatever the order it is told in', () => {
    fc.assert(
      fc.property(waitingLine(), team(), (line, agents) => {
        expect(dispatch(line.toReversed(), agents.toReversed(), NOW)).toEqual(dispatch(line, agents, NOW));
      }),
    );
  });

  it.each([
    { why: 'who knows the customer', better: { agentId: 'b' }, worse: {}, lastOwnerId: 'b', needs: [] },
    { why: 'the less busy', better: { agentId: 'b', load: 1 }, worse: { load: 2 }, lastOwnerId: null, needs: [] },
    { why: 'the longer idle', better: { agentId: 'b', lastAssignedAt: NOW - 20 * MINUTE }, worse: { lastAssignedAt: NOW - 10 * MINUTE }, lastOwnerId: null, needs: [] },
    { why: 'the more skilled', better: { agentId: 'b', skills: ['x', 'y'] }, worse: { skills: ['x'] }, lastOwnerId: null, needs: ['x', 'y'] },
    { why: 'of equals, the smaller id', better: { agentId: 'A' }, worse: { agentId: 'b' }, lastOwnerId: null, needs: [] },
  ])('chooses $why', ({ better, worse, lastOwnerId, needs }) => {
    const [given] = dispatch([waiting({ lastOwnerId, skills: needs })], [agent(worse), agent(better)], NOW);
    expect(given?.agentId).toBe(better.agentId);
  });

  it('gives what is overdue to who lacks the skill only when nobody who has it is free', () => {
    const overdue = waiting({ skills: ['refund'], isOverdue: true });
    const busy = agent({ agentId: 'b', skills: ['refund'], load: 4 });
    const [given] = dispatch([overdue], [agent({}), busy], NOW);
    expect(given).toMatchObject({ agentId: 'a', reasons: [{ code: 'waited' }, { code: 'overdue', value: 'refund' }, { code: 'load' }] });
    expect(dispatch([overdue], [agent({}), { ...busy, load: 3 }], NOW)[0]?.agentId).toBe('b');
    expect(dispatch([{ ...overdue, isOverdue: false }], [agent({}), busy], NOW)).toEqual([]);
  });

  it('counts at most half an hour of idleness', () => {
    const score = (minutes: number) => dispatchScore(waiting({}), agent({ lastAssignedAt: NOW - minutes * MINUTE }), NOW);
    expect(score(30)).toBe(score(300));
    expect(score(15)).toBeLessThan(score(30));
  });

  it('says why', () => {
    const line = [waiting({ waitingSince: NOW - 41_000, skills: ['refund'], lastOwnerId: 'a' })];
    expect(dispatch(line, [agent({ skills: ['refund'], load: 3, capacity: 8 })], NOW)).toEqual([
      {
        conversationId: 'c',
        agentId: 'a',
        reasons: [
          { code: 'waited', value: 41 },
          { code: 'knows-customer', value: 1 },
          { code: 'skill', value: 'refund' },
          { code: 'load', value: '3/8' },
        ],
      },
    ]);
  });
});
