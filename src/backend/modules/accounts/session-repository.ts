import type { Id, Instant } from '../../../shared/contracts/basics.ts';
import type { UnitOfWork, Writing } from '../../db/unit-of-work.ts';

export type NewSession = { readonly sessionId: Id; readonly accountId: Id; readonly createdAt: Instant; readonly endsAt: Instant; readonly tokenHash: string };

/** What became of a refresh token. `reused` means somebody holds a copy: the whole session ends. */
export type Exchange = { readonly kind: 'exchanged'; readonly sessionId: Id; readonly accountId: Id } | { readonly kind: 'reused'; readonly sessionId: Id; readonly accountId: Id } | { readonly kind: 'unknown' | 'ended' };

export type Sessions = {
  readonly start: (session: NewSession) => Promise<void>;
  /** Uses up a refresh token and puts the next in its place. */
  readonly exchange: (tokens: { readonly oldHash: string; readonly newHash: string; readonly now: Instant; readonly endsAt: Instant }) => Promise<Exchange>;
  readonly revoke: (sessionId: Id, now: Instant) => Promise<void>;
  /** Those of `sessionIds` that are still good. */
  readonly alive: (sessionIds: readonly Id[], now: Instant) => Promise<Set<Id>>;
};

const revokeIn = (db: Writing, sessionId: Id, now: Instant) => db.updateTable('sessions').set({ revoked_at: now }).where('id', '=', sessionId).where('revoked_at', 'is', null).execute();

function findToken(db: Writing, hash: string) {
  return db
    .selectFrom('refresh_tokens')
    .innerJoin('sessions', 'sessions.id', 'refresh_tokens.session_id')
    .select(['sessions.id', 'account_id', 'expires_at', 'revoked_at', 'used_at'])
    .where('token_hash', '=', hash)
    .executeTakeFirst();
}

/** The token is marked used only if it wasn't: of two that come at once, one is the copy. */
const useUp = (db: Writing, hash: string, now: Instant) =>
  db.updateTable('refresh_tokens').set({ used_at: now }).where('token_hash', '=', hash).where('used_at', 'is', null).returning('session_id').executeTakeFirst();

/** Sign-ins and their rotating refresh tokens, of which only hashes are kept. */
export function createSessions(work: UnitOfWork): Sessions {
  return {
    start: ({ sessionId, accountId, createdAt, endsAt, tokenHash }) =>
      work.write(async (db) => {
        await db.insertInto('sessions').values({ id: sessionId, account_id: accountId, created_at: createdAt, expires_at: endsAt, revoked_at: null }).execute();
        await db.insertInto('refresh_tokens').values({ token_hash: tokenHash, session_id: sessionId, used_at: null }).execute();
      }),
    exchange: ({ oldHash, newHash, now, endsAt }) =>
      work.write(async (db): Promise<Exchange> => {
        const token = await findToken(db, oldHash);
        if (!token) return { kind: 'unknown' };
        if (token.revoked_at !== null || token.expires_at <= now) return { kind: 'ended' };
        if (!(await useUp(db, oldHash, now))) {
          await revokeIn(db, token.id, now);
          return { kind: 'reused', sessionId: token.id, accountId: token.account_id };
        }
        await db.insertInto('refresh_tokens').values({ token_hash: newHash, session_id: token.id, used_at: null }).execute();
        await db.updateTable('sessions').set({ expires_at: endsAt }).where('id', '=', token.id).execute();
        return { kind: 'exchanged', sessionId: token.id, accountId: token.account_id };
      }),
    revoke: (sessionId, now) => work.write(async (db) => void (await revokeIn(db, sessionId, now))),
    alive: (sessionIds, now) =>
      work.read(async (db) => {
        if (sessionIds.length === 0) return new Set();
        const rows = await db.selectFrom('sessions').select('id').where('id', 'in', [...sessionIds]).where('revoked_at', 'is', null).where('expires_at', '>', now).execute();
        return new Set(rows.map((row) => row.id));
      }),
  };
}
