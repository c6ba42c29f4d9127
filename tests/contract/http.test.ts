import { isContractProcedure, type AnyContractProcedure } from '@orpc/contract';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { apiContract } from '../../src/shared/contracts/api/contract.ts';
import type { ProcedureMeta } from '../../src/shared/contracts/api/procedure.ts';

type Named = readonly [name: string, procedure: AnyContractProcedure];

const procedures: Named[] = Object.entries(apiContract).flatMap(([noun, routes]) =>
  Object.entries(routes).map(([act, procedure]): Named => [`${noun}.${act}`, procedure]),
);

/** Not a window's to ask: signing in goes by a bridge command of its own, a customer's token is none of staff's. */
const NEVER = ['meta.handshake', 'auth.signIn', 'auth.refresh', 'auth.signOut', 'visitor.start'];
/** A read whose question is too long for an address. */
const READS_BY_POST = new Set(['actions.preview']);

const deskOf = (procedure: AnyContractProcedure): unknown => (procedure['~orpc'].meta as Partial<ProcedureMeta>).desk;

/** JSON Schema of one side, null where a procedure has none of it. */
function jsonSchemaOf(schema: unknown, io: 'input' | 'output'): z.core.JSONSchema.BaseSchema | null {
  return schema instanceof z.ZodType ? z.toJSONSchema(schema, { io }) : null;
}

const inputOf = (procedure: AnyContractProcedure) => jsonSchemaOf(procedure['~orpc'].inputSchema, 'input');
const outputOf = (procedure: AnyContractProcedure) => jsonSchemaOf(procedure['~orpc'].outputSchema, 'output');

describe('the HTTP contract', () => {
  it('is made of procedures', () => {
    expect(procedures.filter(([, procedure]) => !isContractProcedure(procedure))).toEqual([]);
  });

  it.each(procedures)('%s says what a desk may do with it', (_name, procedure) => {
    expect(['query', 'command', 'never']).toContain(deskOf(procedure));
  });

  it('keeps sign-in and tokens out of reach of a window', () => {
    expect(procedures.filter(([, procedure]) => deskOf(procedure) === 'never').map(([name]) => name)).toEqual(NEVER);
  });

  it.each(procedures.filter(([, procedure]) => deskOf(procedure) !== 'never'))('%s takes and gives no secret', (_name, procedure) => {
    expect(JSON.stringify([inputOf(procedure), outputOf(procedure)])).not.toMatch(/"\w*(token|password|secret)"/i);
  });

  it.each(procedures.filter(([, procedure]) => deskOf(procedure) === 'query'))('%s, a query, only reads', (name, procedure) => {
    const { method } = procedure['~orpc'].route;
    expect(method === 'GET' || READS_BY_POST.has(name)).toBe(true);
  });

  it.each(procedures)('%s has a method, a path and a summary', (_name, procedure) => {
    const { method, path, summary = '' } = procedure['~orpc'].route;
    expect(method).toMatch(/^(GET|POST|PUT|PATCH|DELETE)$/);
    expect(path).toMatch(/^\//);
    expect(summary.length).toBeGreaterThan(10);
  });

  it('has no two procedures at one address', () => {
    const addresses = procedures.map(([, procedure]) => `${procedure['~orpc'].route.method} ${procedure['~orpc'].route.path?.replaceAll(/\{\w+\}/g, '{}')}`);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it.each(procedures)('%s takes every part of its path', (_name, procedure) => {
    const parts = [...(procedure['~orpc'].route.path ?? '').matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    expect(inputOf(procedure)?.required ?? []).toEqual(expect.arrayContaining(parts));
  });

  it.each(procedures)('%s gives an answer that can be written down', (_name, procedure) => {
    expect(outputOf(procedure)).not.toBeNull();
  });
});
