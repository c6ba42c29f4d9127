import type { z } from 'zod';
import { describe, expect, it } from 'vitest';
import { BRIDGE_COMMANDS, BRIDGE_QUERIES, BRIDGE_TOPICS } from '../../src/shared/contracts/bridge/contract.ts';
import { commands, openInputs, openOutputs, optionalInputs, queries, topics } from './samples/desk.ts';
import { faultsOfInput, faultsOfOutput } from './schema-faults.ts';

type Asked = { readonly input: unknown; readonly output: unknown };
const asked: { readonly [name: string]: Asked | undefined } = { ...queries, ...commands };
const schemas = Object.entries<{ input: z.ZodType; output: z.ZodType }>({ ...BRIDGE_QUERIES, ...BRIDGE_COMMANDS });

/** Its answer is any JSON: the HTTP contract knows which. */
const FORWARDED = 'api.ask';

describe('the bridge', () => {
  it('has no name twice', () => {
    expect(Object.keys(BRIDGE_QUERIES).filter((name) => name in BRIDGE_COMMANDS)).toEqual([]);
  });

  it.each(schemas)('%s takes its input and nothing else', (name, { input }) => {
    expect(faultsOfInput(input, asked[name]?.input, { open: openInputs[name], optional: optionalInputs[name] })).toEqual([]);
  });

  it.each(schemas.filter(([name]) => name !== FORWARDED))('%s answers what it says', (name, { output }) => {
    expect(faultsOfOutput(output, asked[name]?.output, { open: openOutputs[name] })).toEqual([]);
  });

  it('answers a forwarded question with JSON of any shape', () => {
    const { output } = BRIDGE_QUERIES[FORWARDED];
    expect(output.parse([{ a: null }])).toEqual([{ a: null }]);
    expect(output.safeParse(undefined).success).toBe(false);
    expect(output.safeParse(new Map()).success).toBe(false);
  });

  it.each(Object.entries(BRIDGE_TOPICS))('%s is subscribed to by its input and nothing else', (name, { input }) => {
    expect(faultsOfInput(input, topics[name as keyof typeof topics].input)).toEqual([]);
  });

  it.each(Object.entries<{ message: z.ZodType }>(BRIDGE_TOPICS))('%s says what it says', (name, { message }) => {
    for (const sample of topics[name as keyof typeof topics].messages) expect(faultsOfOutput(message, sample, { open: openOutputs[name] })).toEqual([]);
  });

  it('gives the answer to a sign-in no place for a token', () => {
    for (const name of ['session.sign-in', 'session.sign-in-demo'] as const) expect(BRIDGE_COMMANDS[name].output.safeParse({ accessToken: 'x' }).success).toBe(false);
  });
});
