import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { idSchema, type Id } from '../../../shared/contracts/basics.ts';

/** How far ahead a signature may reach: one that leaks is worth little. */
export const LONGEST_IDENTITY_MS = 5 * 60_000;

const identitySchema = z.strictObject({ customerId: idSchema, exp: z.int() });
export type Identity = z.infer<typeof identitySchema>;

const signatureOf = (body: string, secret: string): Buffer => createHmac('sha256', secret).update(body).digest();

/** What a shop's own site does: `base64url(JSON {customerId, exp})`, a dot, and its HMAC-SHA-256 by the shop's secret. */
export function signIdentity(identity: Identity, secret: string): string {
  const body = Buffer.from(JSON.stringify(identity), 'utf8').toString('base64url');
  return `${body}.${signatureOf(body, secret).toString('base64url')}`;
}

function parse(body: string): Identity | null {
  try {
    return identitySchema.parse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')));
  } catch {
    return null;
  }
}

/** The customer a shop has signed for, or null: a wrong signature, too old, or reaching too far ahead. */
export function readIdentity(signed: string, { secret, now }: { readonly secret: string; readonly now: number }): Id | null {
  const [body = '', signature = ''] = signed.split('.');
  const given = Buffer.from(signature, 'base64url');
  const expected = signatureOf(body, secret);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const identity = parse(body);
  return identity && identity.exp > now && identity.exp <= now + LONGEST_IDENTITY_MS ? identity.customerId : null;
}
