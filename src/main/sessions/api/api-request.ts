import { getContractRouter, isContractProcedure, type AnyContractProcedure } from '@orpc/contract';
import { apiContract } from '../../../shared/contracts/api/contract.ts';
import type { ProcedureMeta } from '../../../shared/contracts/api/procedure.ts';
import type { HttpRequest } from '../../ports/http.ts';

const API_PREFIX = '/api';

/** A procedure of the HTTP contract by its path, or null. */
export function findProcedure(path: readonly string[]): AnyContractProcedure | null {
  const found = path.every((part) => !part.startsWith('__')) ? getContractRouter(apiContract, path) : undefined;
  return isContractProcedure(found) ? found : null;
}

export const deskMeta = (procedure: AnyContractProcedure): ProcedureMeta['desk'] => (procedure['~orpc'].meta as ProcedureMeta).desk;

type Fields = { readonly [name: string]: unknown };

/** Puts `{name}` parts of the route in place and says which fields are left for query or body. */
function fillPath(route: string, input: Fields): { path: string; rest: Fields } {
  const rest = { ...input };
  const path = route.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest[name];
    delete rest[name];
    return encodeURIComponent(String(value));
  });
  return { path, rest };
}

function queryOf(fields: Fields): string {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)])).toString();
  return query === '' ? '' : `?${query}`;
}

export type ApiAsked = { readonly server: string; readonly procedure: AnyContractProcedure; readonly input: unknown; readonly token: string | null };

/** The request of a procedure as its route has it: fields of a GET go into path and query, of anything else into path and body. */
export function makeRequest({ server, procedure, input, token }: ApiAsked): { url: string; request: HttpRequest } {
  const { method = 'POST', path: route = '/' } = procedure['~orpc'].route;
  const { path, rest } = fillPath(route, (input ?? {}) as Fields);
  const headers = { accept: 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) };
  if (method === 'GET') return { url: `${server}${API_PREFIX}${path}${queryOf(rest)}`, request: { method, headers } };
  return { url: `${server}${API_PREFIX}${path}`, request: { method, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(rest) } };
}
