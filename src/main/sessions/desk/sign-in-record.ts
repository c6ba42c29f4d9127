import { accountSchema, type Account } from '../../../shared/contracts/people.ts';
import type { Secrets } from '../../ports/secrets.ts';

/** A kept sign-in: enough to open the desk again without a password, also without a line. */
export type SignInRecord = {
  /** The address, or null for the backend that the application brings along. */
  readonly server: string | null;
  readonly account: Account;
  readonly refreshToken: string;
};

const NAME = 'sign-in';

function parse(text: string): SignInRecord | null {
  try {
    const { server, account, refreshToken } = JSON.parse(text) as Record<string, unknown>;
    const read = accountSchema.safeParse(account);
    const isWhole = read.success && typeof refreshToken === 'string' && (server === null || typeof server === 'string');
    return isWhole ? { server, account: read.data, refreshToken } : null;
  } catch {
    return null;
  }
}

/**
 * Where the sign-in is kept between runs; nowhere on a machine that has no safe place. Changes are made one after another, as they
 * were asked for: a keyring takes its time, and what was removed must not come back by a write that began before.
 */
export function signInRecords(secrets: Secrets) {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (change: () => Promise<void>): Promise<void> => {
    const changed = last.then(change);
    last = changed.catch(() => undefined);
    return changed;
  };
  return {
    read: async (): Promise<SignInRecord | null> => {
      const text = secrets.canKeep ? await secrets.read(NAME) : null;
      return text === null ? null : parse(text);
    },
    write: (record: SignInRecord): Promise<void> =>
      inTurn(async () => {
        if (secrets.canKeep) await secrets.write(NAME, JSON.stringify(record));
      }),
    remove: (): Promise<void> => inTurn(() => secrets.remove(NAME)),
  };
}
