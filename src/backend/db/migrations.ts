import { sql, type Kysely } from 'kysely';
import type { Tables } from './tables.ts';

export type DialectKind = 'sqlite' | 'postgres';

/** One step forward; there is none back. Statements are the same for both databases but for the words they differ in. */
export type Migration = { readonly version: number; readonly statements: (kind: DialectKind) => readonly string[] };

/** SQLite's integer has eight bytes; PostgreSQL's has four, and times need more. */
const intOf = (kind: DialectKind): string => (kind === 'postgres' ? 'bigint' : 'integer');

const POSITION = {
  sqlite: 'position integer primary key autoincrement',
  // The writing transaction is kept, so that readers can wait for positions that an older transaction may still fill. Until
  // `completePositions`.
  postgres: 'position bigserial primary key, xid xid8 not null default pg_current_xact_id()',
} as const;

const initial: Migration = {
  version: 1,
  statements: (kind) => {
    const int = intOf(kind);
    return [
      `create table shops (id text primary key, slug text not null unique, name_json text not null, time_zone text not null, currency text not null, settings_json text not null, identity_secret text not null, created_at ${int} not null)`,
      `create table queues (id text primary key, shop_id text not null references shops (id), slug text not null, name_json text not null, skills_json text not null, rank ${int} not null, unique (shop_id, slug))`,
      `create table accounts (id text primary key, login text not null unique, password_hash text not null, role text not null, profile_json text not null, created_at ${int} not null, disabled_at ${int})`,
      'create table account_shops (account_id text not null references accounts (id), shop_id text not null references shops (id), primary key (account_id, shop_id))',
      `create table sessions (id text primary key, account_id text not null references accounts (id), created_at ${int} not null, expires_at ${int} not null, revoked_at ${int})`,
      `create table refresh_tokens (token_hash text primary key, session_id text not null references sessions (id), used_at ${int})`,
      `create table presence (agent_id text primary key, state text not null, reason text, since ${int} not null, lease_until ${int} not null)`,
      `create table customers (id text primary key, shop_id text not null references shops (id), name text not null, tier text not null, language text not null, identified ${int} not null, facts_json text not null, created_at ${int} not null)`,
      `create table visitors (secret_hash text primary key, shop_id text not null references shops (id), customer_id text not null references customers (id), created_at ${int} not null)`,
      `create table conversations (id text primary key, shop_id text not null references shops (id), customer_id text not null references customers (id), channel text not null, created_at ${int} not null, seq ${int} not null, status text not null, holder_kind text not null, holder_id text, queue_id text, waiting_since ${int}, snoozed_until ${int}, order_number text, last_at ${int} not null, last_position ${int} not null, head_json text not null, unique (customer_id, channel))`,
      'create index conversations_by_position on conversations (shop_id, last_position)',
      'create index conversations_by_holder on conversations (status, holder_kind, holder_id)',
      `create table events (${POSITION[kind]}, id text not null unique, shop_id text not null, conversation_id text not null references conversations (id), episode ${int} not null, seq ${int} not null, public_seq ${int}, at ${int} not null, actor_kind text not null, actor_id text not null, causation_id text, schema_version ${int} not null, type text not null, payload_json text not null, content_id text, target_seq ${int}, unique (conversation_id, seq))`,
      'create unique index events_by_public_seq on events (conversation_id, public_seq) where public_seq is not null',
      'create index events_by_target on events (conversation_id, target_seq) where target_seq is not null',
      'create table content (content_id text primary key, subject_id text not null, body_json text not null)',
      'create index content_by_subject on content (subject_id)',
      `create table idempotency (scope text not null, key text not null, fingerprint text not null, seq ${int} not null, position ${int} not null, at ${int} not null, primary key (scope, key))`,
      `create table due (id text primary key, kind text not null, dedup_key text not null unique, run_at ${int} not null, conversation_id text, payload_json text not null, attempts ${int} not null, lease_owner text, lease_until ${int} not null)`,
      'create index due_by_time on due (run_at)',
      `create table reaction_cursors (name text primary key, position ${int} not null, lease_owner text, lease_until ${int} not null)`,
      `create table blobs (id text primary key, media_type text not null, bytes ${int} not null, width ${int}, height ${int}, created_at ${int} not null)`,
      'create table blob_owners (blob_id text not null references blobs (id), owner_id text not null, primary key (blob_id, owner_id))',
      `create table audit (id text primary key, at ${int} not null, actor_id text not null, what text not null, detail_json text not null)`,
      `create table tickets (id text primary key, conversation_id text not null references conversations (id), shop_id text not null, number ${int} not null, state text not null, priority text not null, escalated ${int} not null, assignee_id text, due_at ${int}, unique (shop_id, number))`,
      `create table actions (id text primary key, conversation_id text not null references conversations (id), shop_id text not null, order_number text not null, kind text not null, state text not null, amount ${int}, currency text, seq ${int} not null)`,
      'create index actions_by_order on actions (order_number)',
      `create table ticket_numbers (shop_id text primary key references shops (id), last_number ${int} not null)`,
    ];
  },
};

/**
 * Answers are found by key first: keys are made of time, so new ones lie side by side, where each actor's own place would be
 * another page of the file with every commit.
 */
const answersByKey: Migration = {
  version: 2,
  statements: (kind) => [
    `create table answers_by_key (key text not null, scope text not null, fingerprint text not null, seq ${intOf(kind)} not null, position ${intOf(kind)} not null, at ${intOf(kind)} not null, primary key (key, scope))${kind === 'sqlite' ? ' without rowid' : ''}`,
    'insert into answers_by_key (key, scope, fingerprint, seq, position, at) select key, scope, fingerprint, seq, position, at from idempotency',
    'drop table idempotency',
    'alter table answers_by_key rename to idempotency',
  ],
};

/** A subject is a customer, whose content their conversations' events name: an index beside that was written with every message. */
const contentByEvents: Migration = { version: 3, statements: () => ['drop index content_by_subject'] };

/** Tags the advisory locks of those who are about to write events: the high half of their keys. */
const WRITING_EVENTS = 7_306_022;

/**
 * Up to which position (below 2^32) the log is complete, on PostgreSQL. Who writes an event says beforehand, by a lock that lasts as long as the
 * transaction, above which position it will be; then it draws one. So what was drawn by now is complete up to the lowest of those
 * locks. Asked in a statement of its own, before events are read: whoever has let go of the lock meanwhile can be seen. The id of the
 * writing transaction, which was looked at until now, doesn't say it: of two that overlap the one with the lower id may draw the
 * higher position, be read there, and leave the other behind everybody.
 */
const completePositions: Migration = {
  version: 4,
  statements: (kind) =>
    kind === 'sqlite'
      ? []
      : [
          'alter table events alter column position drop default, drop column xid',
          'create function drawn_position() returns bigint language sql volatile as $$ select case when is_called then last_value else 0 end from events_position_seq $$',
          `create function draw_position() returns trigger language plpgsql as $$ begin
             perform pg_advisory_xact_lock_shared((${WRITING_EVENTS}::bigint << 32) | (drawn_position() & 4294967295));
             new.position := nextval('events_position_seq');
             return new;
           end $$`,
          'create trigger draw_position before insert on events for each row execute function draw_position()',
          `create function complete_position() returns bigint language plpgsql volatile as $$ declare drawn bigint := drawn_position(); begin
             return least(drawn, (select min(objid::bigint) from pg_locks where locktype = 'advisory' and classid = ${WRITING_EVENTS} and objsubid = 1 and database = (select oid from pg_database where datname = current_database())));
           end $$`,
        ],
};

/** All migrations, oldest first. One that has landed is never changed: what is wrong with it is mended by the next. */
export const MIGRATIONS: readonly Migration[] = [initial, answersByKey, contentByEvents, completePositions];

/** A database of a newer program is left alone. */
export class DatabaseTooNew extends Error {
  readonly code = 'DATABASE_TOO_NEW';
}

async function appliedVersion(db: Kysely<Tables>): Promise<number> {
  await sql`create table if not exists migrations (version integer primary key)`.execute(db);
  const { rows } = await sql<{ version: number | null }>`select max(version) as version from migrations`.execute(db);
  return rows[0]?.version ?? 0;
}

/** Brings the schema forward, each migration in a transaction of its own. Throws `DatabaseTooNew` for one from the future. */
export async function migrate(db: Kysely<Tables>, kind: DialectKind, migrations: readonly Migration[] = MIGRATIONS): Promise<void> {
  const applied = await appliedVersion(db);
  const newest = migrations.at(-1)?.version ?? 0;
  if (applied > newest) throw new DatabaseTooNew(`the database is of version ${applied}, this program knows up to ${newest}`);
  for (const { version, statements } of migrations.filter((migration) => migration.version > applied)) {
    await db.transaction().execute(async (transaction) => {
      for (const statement of statements(kind)) await sql.raw(statement).execute(transaction);
      await sql`insert into migrations (version) values (${sql.lit(version)})`.execute(transaction);
    });
  }
}
