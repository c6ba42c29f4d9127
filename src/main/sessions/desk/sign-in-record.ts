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

/** Where the sign-in is kept between runs; nowhere on a machine that has no safe place. */
export const signInRecords = (secrets: Secrets) => ({
  read: async (): Promise<SignInRecord | null> => {
    const text = secrets.canKeep ? await secrets.read(NAME) : null;
    return text === null ? null : parse(text);
  },
  write: async (record: SignInRecord): Promise<void> => {
    if (secrets.canKeep) await secrets.write(NAME, JSON.stringify(record));
  },
  remove: () => secrets.remove(NAME),
});
