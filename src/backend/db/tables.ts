import type { Generated } from 'kysely';

/** Times are epoch milliseconds, flags 0 or 1, everything called "json" is JSON as text, parsed by the repository that reads it. */

type Shops = { id: string; slug: string; name_json: string; time_zone: string; currency: string; settings_json: string; identity_secret: string; created_at: number };
type Queues = { id: string; shop_id: string; slug: string; name_json: string; skills_json: string; rank: number };

type Accounts = {
  id: string;
  login: string;
  password_hash: string;
  role: string;
  profile_json: string;
  created_at: number;
  disabled_at: number | null;
};
type AccountShops = { account_id: string; shop_id: string };
type Sessions = { id: string; account_id: string; created_at: number; expires_at: number; revoked_at: number | null };
type RefreshTokens = { token_hash: string; session_id: string; used_at: number | null };
type PresenceTable = { agent_id: string; state: string; reason: string | null; since: number; lease_until: number };

type Customers = { id: string; shop_id: string; name: string; tier: string; language: string; identified: number; facts_json: string; created_at: number };
type Visitors = { secret_hash: string; shop_id: string; customer_id: string; created_at: number };

type Conversations = {
  id: string;
  shop_id: string;
  customer_id: string;
  channel: string;
  created_at: number;
  seq: number;
  status: string;
  holder_kind: string;
  holder_id: string | null;
  /** The queue it waits in or waited in last. */
  queue_id: string | null;
  waiting_since: number | null;
  snoozed_until: number | null;
  order_number: string | null;
  last_at: number;
  last_position: number;
  head_json: string;
};

type Events = {
  position: Generated<number>;
  id: string;
  shop_id: string;
  conversation_id: string;
  episode: number;
  seq: number;
  public_seq: number | null;
  at: number;
  actor_kind: string;
  actor_id: string;
  causation_id: string | null;
  schema_version: number;
  type: string;
  payload_json: string;
  content_id: string | null;
  target_seq: number | null;
};
type Content = { content_id: string; subject_id: string; body_json: string };
type Idempotency = { scope: string; key: string; fingerprint: string; seq: number; position: number; at: number };

type Due = {
  id: string;
  kind: string;
  dedup_key: string;
  run_at: number;
  conversation_id: string | null;
  payload_json: string;
  attempts: number;
  lease_owner: string | null;
  lease_until: number;
};
type ReactionCursors = { name: string; position: number; lease_owner: string | null; lease_until: number };

type Blobs = { id: string; media_type: string; bytes: number; width: number | null; height: number | null; created_at: number };
/** Who may fetch a blob: whoever put it there, and whoever may read a conversation that it was posted in. */
type BlobOwners = { blob_id: string; owner_id: string };
type Audit = { id: string; at: number; actor_id: string; what: string; detail_json: string };

type Tickets = { id: string; conversation_id: string; shop_id: string; number: number; state: string; priority: string; escalated: number; assignee_id: string | null; due_at: number | null };
type Actions = { id: string; conversation_id: string; shop_id: string; order_number: string; kind: string; state: string; amount: number | null; currency: string | null; seq: number };
type TicketNumbers = { shop_id: string; last_number: number };

/** Every table, as Kysely knows it. */
export type Tables = {
  shops: Shops;
  queues: Queues;
  accounts: Accounts;
  account_shops: AccountShops;
  sessions: Sessions;
  refresh_tokens: RefreshTokens;
  presence: PresenceTable;
  customers: Customers;
  visitors: Visitors;
  conversations: Conversations;
  events: Events;
  content: Content;
  idempotency: Idempotency;
  due: Due;
  reaction_cursors: ReactionCursors;
  blobs: Blobs;
  blob_owners: BlobOwners;
  audit: Audit;
  tickets: Tickets;
  actions: Actions;
  ticket_numbers: TicketNumbers;
};
