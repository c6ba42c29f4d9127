import type { AnyContractProcedure, InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract';
import type { ApiContract } from '../../../shared/contracts/api/contract.ts';
import type { Failure } from '../../../shared/contracts/errors.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import { findProcedure, makeRequest } from './api-request.ts';
import { fetchAnswer, type HttpDeps } from './fetch-answer.ts';
import type { ServerPlace } from './server-place.ts';

export type ApiInputs = InferContractRouterInputs<ApiContract>;
export type ApiOutputs = InferContractRouterOutputs<ApiContract>;

export type ApiDeps = HttpDeps & { readonly place: ServerPlace };

/** One call of a procedure: by which token, with what. */
export type ProcedureCall = { readonly procedure: AnyContractProcedure; readonly input: unknown; readonly token: string | null };

/** Calls a procedure once and checks what comes back; an answer that isn't of the contract is `INTERNAL`. */
export async function callProcedure(deps: ApiDeps, call: ProcedureCall): Promise<Result<unknown, Failure>> {
  const server = await deps.place.locate();
  if (!server.ok) return server;
  const answer = await fetchAnswer(deps, makeRequest({ server: server.value, ...call }), async (response) => JSON.parse(await response.text()) as unknown);
  if (!answer.ok) return answer;
  const schema = call.procedure['~orpc'].outputSchema;
  const checked = await schema?.['~standard'].validate(answer.value);
  return !checked || checked.issues ? err({ code: 'INTERNAL', details: { what: 'answer' } }) : ok(checked.value);
}

/** A typed caller for what needs no token (`token` null) or one at hand. */
export function createApi(deps: ApiDeps, token: string | null = null) {
  return <G extends keyof ApiInputs, N extends keyof ApiInputs[G] & keyof ApiOutputs[G]>(group: G, name: N, input: ApiInputs[G][N]): Promise<Result<ApiOutputs[G][N], Failure>> => {
    const procedure = findProcedure([group, String(name)]);
    if (!procedure) throw new Error(`no procedure ${group}.${String(name)}`);
    // The contract's own schema has just checked the answer.
    return callProcedure(deps, { procedure, input, token }) as Promise<Result<ApiOutputs[G][N], Failure>>;
  };
}
