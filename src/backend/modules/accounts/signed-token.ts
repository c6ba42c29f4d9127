import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { roleSchema } from '../../../shared/contracts/people.ts';
import type { Failure } from '../../../shared/contracts/errors.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { Clock } from '../../clock.ts';

const staffClaimsSchema = z.strictObject({
  kind: z.literal('staff'), accountId: z.string(), sessionId: z.string(), role: roleSchema, shopIds: z.array(z.string()), endsAt: z.int(),
});
const customerClaimsSchema = z.strictObject({
  kind: z.literal('customer'), customerId: z.string(), conversationId: z.string(), shopId: z.string(), identified: z.boolean(), endsAt: z.int(),
});
const claimsSchema = z.discriminatedUnion('kind', [staffClaimsSchema, customerClaimsSchema]);
export type Claims = z.infer<typeof claimsSchema>;

/** Tokens that carry their claims, signed with HMAC-SHA-256: `base64url(claims).base64url(signature)`. */
export type TokenSigner = {
  readonly sign: (claims: Claims) => string;
  /** UNAUTHENTICATED for what this server didn't sign, TOKEN_EXPIRED for what it did, long ago. */
  readonly verify: (token: string) => Result<Claims, Failure>;
};

const base64url = (text: string): string => Buffer.from(text, 'utf8').toString('base64url');

function isSame(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

function parseClaims(body: string): Claims | null {
  try {
    return claimsSchema.parse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')));
  } catch {
    return null;
  }
}

/** A signer with this server's secret (32 random bytes). */
export function createTokenSigner(secret: Buffer, clock: Clock): TokenSigner {
  const key = createSecretKey(secret);
  const signatureOf = (body: string): Buffer => createHmac('sha256', key).update(body).digest();
  return {
    sign: (claims) => {
      const body = base64url(JSON.stringify(claims));
      return `${body}.${signatureOf(body).toString('base64url')}`;
    },
    verify: (token) => {
      const [body, signature, ...rest] = token.split('.');
      if (body === undefined || signature === undefined || rest.length > 0) return err({ code: 'UNAUTHENTICATED' });
      if (!isSame(Buffer.from(signature, 'base64url'), signatureOf(body))) return err({ code: 'UNAUTHENTICATED' });
      const claims = parseClaims(body);
      if (!claims) return err({ code: 'UNAUTHENTICATED' });
      return claims.endsAt > clock() ? ok(claims) : err({ code: 'TOKEN_EXPIRED' });
    },
  };
}
