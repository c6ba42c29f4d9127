import { z } from 'zod';
import { describe, expect, it } from 'vitest';
import { EVENTS } from '../../src/shared/contracts/events/catalogue.ts';
import { envelopeSchema } from '../../src/shared/contracts/events/envelope.ts';
import { log } from './samples/conversation.ts';
import { faultsOfOutput } from './schema-faults.ts';

const events = Object.entries(EVENTS);
const fieldsOf = (schema: z.ZodType): string[] => Object.keys(z.toJSONSchema(schema).properties ?? {});

describe('the events', () => {
  it.each(events)('%s is named in lower-kebab words with a dot, short enough for its envelope', (type) => {
    expect(type).toMatch(/^[a-z]+\.[a-z]+(-[a-z]+)*$/);
    expect(type.length).toBeLessThanOrEqual(80);
  });

  // A schema with a Date, Map, BigInt or function in it has no JSON Schema, and this throws.
  it.each(events)('%s holds JSON values only', (_type, { payload, content }) => {
    for (const schema of [payload, content].filter((one) => one !== null)) expect(z.toJSONSchema(schema)).toMatchObject({ type: 'object' });
  });

  it.each(events)('%s shows customers fields that it has', (_type, { payload, publicFields, audience }) => {
    expect(publicFields.filter((field) => !fieldsOf(payload).includes(field))).toEqual([]);
    expect(audience === 'public' || publicFields.length === 0).toBe(true);
  });

  it.each(events.filter(([, { audience }]) => audience === 'named'))('%s names its readers', (_type, { payload }) => {
    expect(fieldsOf(payload)).toContain('to');
  });

  it.each(events)('%s shows customers no number, version or reason of the inside', (_type, { publicFields }) => {
    expect(publicFields.filter((field) => /(^|[a-z])seq$|version|reasons|agentId/i.test(field) && !/public/i.test(field))).toEqual([]);
  });

  it('travel in an envelope that is never mistyped', () => {
    for (const event of log) expect(faultsOfOutput(envelopeSchema, event)).toEqual([]);
  });
});
