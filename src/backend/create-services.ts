import type { Id, Instant } from '../shared/contracts/basics.ts';
import { createAppend } from './log/create-append.ts';
import { createLogReader } from './log/log-reader.ts';
import { createOpenConversation } from './log/open-conversation.ts';
import type { Commit } from './log/stored-conversation.ts';
import { createAccounts } from './modules/accounts/account-repository.ts';
import type { Passwords } from './modules/accounts/password.ts';
import { createSessions } from './modules/accounts/session-repository.ts';
import { createSessionCheck } from './modules/accounts/session-check.ts';
import { createSignIn } from './modules/accounts/sign-in.ts';
import { createTokenSigner } from './modules/accounts/signed-token.ts';
import { createAuditTrail } from './modules/audit/audit-trail.ts';
import { createBlobFolder } from './modules/blobs/blob-folder.ts';
import { createBlobRepository } from './modules/blobs/blob-repository.ts';
import { createBlobs } from './modules/blobs/blob-store.ts';
import { createConversations } from './modules/conversations/conversation-repository.ts';
import { createPresenceBook } from './modules/people/presence.ts';
import { createShops } from './modules/shops/shop-repository.ts';
import { slaConsequence } from './modules/sla/sla-consequence.ts';
import type { Services, World } from './services.ts';
import { createSignal, type Signal } from './signal.ts';

export type Keeping = {
  /** 32 random bytes that tokens and addresses are signed with; the same on every node. */
  readonly secret: Buffer;
  readonly blobFolder: string;
  readonly passwords: Passwords;
};

/** What happens inside and is told to those who follow it. */
export type Happenings = { readonly committed: Signal<readonly Commit[]>; readonly promised: Signal<Instant>; readonly revoked: Signal<Id> };

/** The services over one database. */
export function createServices(world: World, { secret, blobFolder, passwords }: Keeping): { readonly services: Services; readonly happenings: Happenings } {
  const { database, clock, newId } = world;
  const { work } = database;
  const happenings: Happenings = { committed: createSignal(), promised: createSignal(), revoked: createSignal() };
  const append = createAppend({ ...world, consequences: [slaConsequence], listener: { committed: happenings.committed.emit, promised: happenings.promised.emit } });
  const accounts = createAccounts(work);
  const sessions = createSessions(work);
  const signer = createTokenSigner(secret, clock);
  const audit = createAuditTrail({ work, clock, newId });
  const services: Services = {
    ...world,
    append,
    audit,
    accounts,
    sessions,
    signer,
    signIn: createSignIn({ accounts, sessions, isSessionAlive: createSessionCheck({ ...world, sessions }), passwords, signer, audit, clock, newId, onRevoked: happenings.revoked.emit }),
    reader: createLogReader(database),
    shops: createShops(work),
    conversations: createConversations(work),
    presence: createPresenceBook({ work, clock }),
    blobs: createBlobs({ folder: createBlobFolder(blobFolder, newId), secret, repository: createBlobRepository(work), clock }),
    openConversation: createOpenConversation({ work, clock, newId }),
  };
  return { services, happenings };
}
