import { createHash, randomBytes } from 'node:crypto';
import type { Id } from '../../../shared/contracts/basics.ts';
import type { Tokens } from '../../../shared/contracts/api/contract.ts';
import type { Failure } from '../../../shared/contracts/errors.ts';
import type { Account } from '../../../shared/contracts/people.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { Clock, NewId } from '../../clock.ts';
import type { StaffPrincipal } from '../../principal.ts';
import type { AuditTrail } from '../audit/audit-trail.ts';
import type { Accounts } from './account-repository.ts';
import type { Passwords } from './password.ts';
import type { SessionCheck } from './session-check.ts';
import type { Sessions } from './session-repository.ts';
import type { Claims, TokenSigner } from './signed-token.ts';

const ACCESS_SECONDS = 15 * 60;
const SESSION_MS = 30 * 24 * 3_600_000;

export type SignInDependencies = {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly isSessionAlive: SessionCheck;
  readonly passwords: Passwords;
  readonly signer: TokenSigner;
  readonly audit: AuditTrail;
  readonly clock: Clock;
  readonly newId: NewId;
  /** Ends what lives by this session: its connections. */
  readonly onRevoked: (sessionId: Id) => void;
};

export type SignedIn = Tokens & { readonly account: Account };

/** Signing in and what follows: short access tokens, rotating refresh tokens, revocation. */
export type SignIn = {
  readonly signIn: (login: string, password: string) => Promise<Result<SignedIn, Failure>>;
  /** SESSION_REVOKED when the token was used before: then nobody may go on with it. */
  readonly refresh: (refreshToken: string) => Promise<Result<SignedIn, Failure>>;
  readonly signOut: (sessionId: Id) => Promise<void>;
  /** Who stands behind an access token: signature, time and session are checked on every call. */
  readonly authenticate: (accessToken: string) => Promise<Result<StaffPrincipal, Failure>>;
  /** The second half of `authenticate`, for a token whose signature was looked at: this asks the database. */
  readonly confirm: (claims: Claims) => Promise<Result<StaffPrincipal, Failure>>;
};

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');
const newRefreshToken = (): string => randomBytes(32).toString('base64url');

function issue({ signer, clock }: SignInDependencies, sessionId: Id, signedIn: { account: Account; refreshToken: string }): SignedIn {
  const { account, refreshToken } = signedIn;
  const accessToken = signer.sign({ kind: 'staff', accountId: account.id, sessionId, role: account.role, shopIds: account.shopIds, endsAt: clock() + ACCESS_SECONDS * 1_000 });
  return { accessToken, refreshToken, expiresIn: ACCESS_SECONDS, account };
}

async function signIn(deps: SignInDependencies, login: string, password: string): Promise<Result<SignedIn, Failure>> {
  const stored = await deps.accounts.findByLogin(login);
  const isRight = await deps.passwords.verify(password, stored?.passwordHash ?? null);
  if (stored && !isRight) await deps.audit.record(stored.account.id, { what: 'sign-in-refused', sessionId: null });
  if (!stored || !isRight) return err({ code: 'BAD_CREDENTIALS' });
  const now = deps.clock();
  const sessionId = deps.newId();
  const refreshToken = newRefreshToken();
  await deps.sessions.start({ sessionId, accountId: stored.account.id, createdAt: now, endsAt: now + SESSION_MS, tokenHash: hashOf(refreshToken) });
  await deps.audit.record(stored.account.id, { what: 'signed-in', sessionId });
  return ok(issue(deps, sessionId, { account: stored.account, refreshToken }));
}

async function refresh(deps: SignInDependencies, oldToken: string): Promise<Result<SignedIn, Failure>> {
  const refreshToken = newRefreshToken();
  const now = deps.clock();
  const exchange = await deps.sessions.exchange({ oldHash: hashOf(oldToken), newHash: hashOf(refreshToken), now, endsAt: now + SESSION_MS });
  if (exchange.kind === 'reused') {
    await deps.audit.record(exchange.accountId, { what: 'session-revoked', sessionId: exchange.sessionId });
    deps.onRevoked(exchange.sessionId);
  }
  if (exchange.kind !== 'exchanged') return err({ code: exchange.kind === 'unknown' ? 'UNAUTHENTICATED' : 'SESSION_REVOKED' });
  const account = await deps.accounts.find(exchange.accountId);
  return account ? ok(issue(deps, exchange.sessionId, { account, refreshToken })) : err({ code: 'SESSION_REVOKED' });
}

async function confirm({ isSessionAlive }: SignInDependencies, claims: Claims): Promise<Result<StaffPrincipal, Failure>> {
  if (claims.kind !== 'staff') return err({ code: 'UNAUTHENTICATED' });
  const { accountId, sessionId, role, shopIds } = claims;
  return (await isSessionAlive(sessionId)) ? ok({ kind: 'staff', accountId, sessionId, role, shopIds }) : err({ code: 'SESSION_REVOKED' });
}

export const createSignIn = (deps: SignInDependencies): SignIn => ({
  signIn: (login, password) => signIn(deps, login, password),
  refresh: (refreshToken) => refresh(deps, refreshToken),
  signOut: async (sessionId) => {
    await deps.sessions.revoke(sessionId, deps.clock());
    deps.onRevoked(sessionId);
  },
  authenticate: async (accessToken) => {
    const claims = deps.signer.verify(accessToken);
    return claims.ok ? confirm(deps, claims.value) : claims;
  },
  confirm: (claims) => confirm(deps, claims),
});
