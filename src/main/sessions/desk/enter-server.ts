import type { Tokens } from '../../../shared/contracts/api/contract.ts';
import type { BridgeQueries } from '../../../shared/contracts/bridge/contract.ts';
import type { Failure } from '../../../shared/contracts/errors.ts';
import type { Account } from '../../../shared/contracts/people.ts';
import { ok, type Result } from '../../../shared/lib/result.ts';
import { createApi } from '../api/public-api.ts';
import type { HttpDeps } from '../api/fetch-answer.ts';
import { placeOfAddress, type ServerPlace } from '../api/server-place.ts';

/** A sign-in as a workspace is opened with. */
export type SignedIn = {
  readonly place: ServerPlace;
  /** Its address, or null for the backend that the application brings along. */
  readonly server: string | null;
  readonly account: Account;
  /** Null for a sign-in kept from an earlier run. */
  readonly tokens: Tokens | null;
  readonly refreshToken: string;
  readonly keep: boolean;
};

export type SignInAsked = Pick<SignedIn, 'place' | 'server' | 'keep'> & { readonly login: string; readonly password: string };

/** Asks the server for a session. */
export async function enterServer(deps: HttpDeps, { place, server, keep, login, password }: SignInAsked): Promise<Result<SignedIn, Failure>> {
  const answer = await createApi({ ...deps, place })('auth', 'signIn', { login, password });
  if (!answer.ok) return answer;
  const { account, ...tokens } = answer.value;
  return ok({ place, server, account, tokens, refreshToken: tokens.refreshToken, keep });
}

/** Whether a server answers at this address, how fast, and what it speaks. */
export async function probeServer(deps: HttpDeps, address: string): Promise<Result<BridgeQueries['server.probe']['output'], Failure>> {
  const place = placeOfAddress(address);
  if (!place.ok) return place;
  const began = deps.clock.now();
  const answer = await createApi({ ...deps, place: place.value })('meta', 'handshake', undefined);
  if (!answer.ok) return answer;
  const { name, version, protocol } = answer.value;
  return ok({ name, version, protocol, milliseconds: deps.clock.now() - began });
}
