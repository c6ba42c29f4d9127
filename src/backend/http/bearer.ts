import type { FastifyRequest } from 'fastify';
import type { Failure } from '../../shared/contracts/errors.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import type { SignIn } from '../modules/accounts/sign-in.ts';
import type { TokenSigner } from '../modules/accounts/signed-token.ts';
import type { Principal } from '../principal.ts';

/** The token of `authorization: Bearer ...`, or null. */
export function bearerOf(request: FastifyRequest): string | null {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ');
  return scheme?.toLowerCase() === 'bearer' && token ? token : null;
}

/** Who asks, staff or customer. */
export async function authenticate(request: FastifyRequest, { signIn, signer }: { readonly signIn: SignIn; readonly signer: TokenSigner }): Promise<Result<Principal, Failure>> {
  const token = bearerOf(request);
  if (token === null) return err({ code: 'UNAUTHENTICATED' });
  const claims = signer.verify(token);
  if (!claims.ok) return claims;
  if (claims.value.kind === 'staff') return signIn.authenticate(token);
  const { customerId, conversationId, shopId, identified } = claims.value;
  return ok({ kind: 'customer', customerId, conversationId, shopId, identified });
}
