import type { Tokens } from '../../../shared/contracts/api/contract.ts';
import type { Failure } from '../../../shared/contracts/errors.ts';
import { ok, type Result } from '../../../shared/lib/result.ts';
import { createSignal, type Signal } from '../signal.ts';
import { createApi, type ApiDeps } from './public-api.ts';

/** A token is renewed this long before its end, so that it doesn't end on the way. */
const EARLY_MS = 30_000;

/** The pair of tokens of one signed-in account. */
export type Credentials = {
  /** A token good for now; renews it when needed, once for all who wait. `OFFLINE` when the server can't be asked. */
  readonly accessToken: () => Promise<Result<string, Failure>>;
  /** The server says that the access token is of no use. */
  readonly expire: () => void;
  /** The refresh token was refused: nothing but signing in helps. */
  readonly ended: Signal<Failure>;
};

type Deps = ApiDeps & {
  /** Null for a sign-in restored from disk: the first use renews. */
  readonly tokens: Tokens | null;
  readonly refreshToken: string;
  /** Keeps the new refresh token before anything uses the pair: the old one is used up by now. May come when nobody is signed in any more. */
  readonly onRenewed: (renewed: Tokens) => Promise<void>;
};

export function createCredentials(deps: Deps): Credentials {
  const { clock } = deps;
  const ended = createSignal<Failure>();
  const endOf = (tokens: Tokens): number => clock.now() + tokens.expiresIn * 1000 - EARLY_MS;
  let { refreshToken } = deps;
  let access = deps.tokens && { token: deps.tokens.accessToken, until: endOf(deps.tokens) };
  let renewing: Promise<Result<string, Failure>> | null = null;

  async function renew(): Promise<Result<string, Failure>> {
    const renewed = await createApi(deps)('auth', 'refresh', { refreshToken });
    if (!renewed.ok) {
      if (['UNAUTHENTICATED', 'SESSION_REVOKED', 'BAD_CREDENTIALS', 'TOKEN_EXPIRED'].includes(renewed.error.code)) ended.emit(renewed.error);
      return renewed;
    }
    refreshToken = renewed.value.refreshToken;
    access = { token: renewed.value.accessToken, until: endOf(renewed.value) };
    await deps.onRenewed(renewed.value);
    return ok(access.token);
  }

  return {
    ended,
    expire: () => {
      access = null;
    },
    accessToken: () => {
      if (access && clock.now() < access.until) return Promise.resolve(ok(access.token));
      renewing ??= renew().finally(() => {
        renewing = null;
      });
      return renewing;
    },
  };
}
