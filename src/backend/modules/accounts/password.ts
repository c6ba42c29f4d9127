import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { createGate } from '../../gate.ts';

export type ScryptCost = { readonly N: number; readonly r: number; readonly p: number };

/** About 60 ms and 32 MB on a small machine. */
export const DEFAULT_COST: ScryptCost = { N: 2 ** 15, r: 8, p: 1 };

const KEY_BYTES = 32;
const MOST_MEMORY = 128 * 1024 * 1024;

function derive(password: string, salt: Buffer, { N, r, p }: ScryptCost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, { N, r, p, maxmem: MOST_MEMORY }, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

/** Passwords by scrypt (RFC 7914): `scrypt$N$r$p$salt$key`, salt and key in base64url. */
export type Passwords = {
  readonly hash: (password: string) => Promise<string>;
  /** Takes as long for an account that doesn't exist (`null`), so that nobody learns which do. */
  readonly verify: (password: string, stored: string | null) => Promise<boolean>;
};

/** Hashing with this cost, two at a time. */
export function createPasswords(cost: ScryptCost = DEFAULT_COST): Passwords {
  const gate = createGate(2);
  const verifyStored = async (password: string, stored: string): Promise<boolean> => {
    const [, N, r, p, salt = '', key = ''] = stored.split('$');
    const derived = await derive(password, Buffer.from(salt, 'base64url'), { N: Number(N), r: Number(r), p: Number(p) });
    const expected = Buffer.from(key, 'base64url');
    return expected.length === derived.length && timingSafeEqual(expected, derived);
  };
  return {
    hash: (password) =>
      gate(async () => {
        const salt = randomBytes(16);
        const key = await derive(password, salt, cost);
        return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$');
      }),
    verify: (password, stored) =>
      gate(async () => {
        if (stored !== null) return verifyStored(password, stored);
        await derive(password, randomBytes(16), cost);
        return false;
      }),
  };
}
