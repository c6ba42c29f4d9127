import type { Clock, NewId, Timers } from './clock.ts';
import type { Database } from './db/database.ts';
import type { TextEngine } from './bot/engine.ts';
import type { ModelPort } from './integrations/model/model-port.ts';
import type { ShopPort } from './integrations/shop/shop-port.ts';
import type { Append } from './log/append-request.ts';
import type { LogReader } from './log/log-reader.ts';
import type { OpenConversation } from './log/open-conversation.ts';
import type { Logger } from './logger.ts';
import type { Accounts } from './modules/accounts/account-repository.ts';
import type { Sessions } from './modules/accounts/session-repository.ts';
import type { SignIn } from './modules/accounts/sign-in.ts';
import type { TokenSigner } from './modules/accounts/signed-token.ts';
import type { AuditTrail } from './modules/audit/audit-trail.ts';
import type { Blobs } from './modules/blobs/blob-store.ts';
import type { Conversations } from './modules/conversations/conversation-repository.ts';
import type { KnowledgeData } from './modules/knowledge/load-knowledge.ts';
import type { ServerFacts } from './modules/meta/meta-module.ts';
import type { PresenceBook } from './modules/people/presence.ts';
import type { Shops } from './modules/shops/shop-repository.ts';

/** What the world hands in: the machine, the shop, what is known and what reads texts. */
export type World = {
  readonly database: Database;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly newId: NewId;
  readonly logger: Logger;
  /** Monotonic milliseconds, for how long things took. */
  readonly stopwatch: () => number;
  readonly shop: ShopPort;
  readonly knowledge: KnowledgeData;
  readonly engine: TextEngine;
  readonly model: ModelPort | null;
  readonly facts: ServerFacts;
  /** Where times are told and sums are counted for who has no shop of their own yet. */
  readonly timeZone: string;
  readonly currency: string;
};

/** What modules are made from. */
export type Services = World & {
  readonly append: Append;
  readonly reader: LogReader;
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly signIn: SignIn;
  readonly signer: TokenSigner;
  readonly shops: Shops;
  readonly conversations: Conversations;
  readonly presence: PresenceBook;
  readonly blobs: Blobs;
  readonly audit: AuditTrail;
  readonly openConversation: OpenConversation;
};
