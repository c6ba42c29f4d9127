import type { IncomingMessage } from 'node:http';
import type { Id } from '../../shared/contracts/basics.ts';
import { customerHandshakeSchema } from '../../shared/contracts/wire/customer-socket.ts';
import { staffHandshakeSchema } from '../../shared/contracts/wire/staff-socket.ts';
import type { Failure } from '../../shared/contracts/errors.ts';
import { PROTOCOL_VERSION } from '../../shared/lib/protocol.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import type { SignIn } from '../modules/accounts/sign-in.ts';
import type { Claims, TokenSigner } from '../modules/accounts/signed-token.ts';
import { parseInput } from '../parse-input.ts';
import type { Policy } from '../policy/policy.ts';
import type { CustomerConnection, StaffConnection } from './socket-server.ts';

/** A handshake of another protocol may have another shape, so its number is looked at before the rest. */
function checkProtocol(auth: unknown): Failure | null {
  const protocol = typeof auth === 'object' && auth !== null && 'protocol' in auth ? auth.protocol : undefined;
  return typeof protocol === 'number' && protocol !== PROTOCOL_VERSION ? { code: 'PROTOCOL_MISMATCH', details: { server: PROTOCOL_VERSION } } : null;
}

/** What a door needs: whose token it is, and whether they may knock again so soon. */
export type Door = { readonly signer: TokenSigner; readonly mayKnock: (who: Id) => boolean };

/** A token of ours, of somebody who doesn't knock all the time. Cheap: a program that comes back without end costs no more than this. */
function openDoor({ signer, mayKnock }: Door, token: string): Result<Claims, Failure> {
  const claims = signer.verify(token);
  if (!claims.ok) return claims;
  const who = claims.value.kind === 'staff' ? claims.value.accountId : claims.value.customerId;
  return mayKnock(who) ? claims : err({ code: 'RATE_LIMITED' });
}

/** Who a desk's connection belongs to. */
export async function welcomeStaff(auth: unknown, { signIn, policy, ...door }: Door & { readonly signIn: SignIn; readonly policy: Policy }): Promise<Result<StaffConnection, Failure>> {
  const mismatch = checkProtocol(auth);
  if (mismatch) return err(mismatch);
  const handshake = parseInput(staffHandshakeSchema, auth);
  if (!handshake.ok) return handshake;
  const claims = openDoor(door, handshake.value.token);
  if (!claims.ok) return claims;
  const principal = await signIn.confirm(claims.value);
  if (!principal.ok) return principal;
  if (!policy.mayConnect(principal.value.role)) return err({ code: 'FORBIDDEN' });
  return ok({ principal: principal.value, deviceId: handshake.value.deviceId, epoch: handshake.value.epoch, open: new Set() });
}

/** Whose conversation a chat page's connection opens. */
export function welcomeCustomer(auth: unknown, door: Door): Result<CustomerConnection, Failure> {
  const mismatch = checkProtocol(auth);
  if (mismatch) return err(mismatch);
  const handshake = parseInput(customerHandshakeSchema, auth);
  if (!handshake.ok) return handshake;
  const claims = openDoor(door, handshake.value.token);
  if (!claims.ok) return claims;
  if (claims.value.kind !== 'customer') return err({ code: 'UNAUTHENTICATED' });
  const { customerId, conversationId, shopId, identified, endsAt } = claims.value;
  return ok({ principal: { kind: 'customer', customerId, conversationId, shopId, identified }, tokenEndsAt: endsAt });
}

/**
 * Whether a page of this origin may connect: one of the list, or one that this server serves itself. Programs that are no
 * browser send none. A list for CORS alone would not keep a websocket out.
 */
export function isOriginAllowed(request: IncomingMessage, allowed: readonly string[]): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  if (allowed.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
