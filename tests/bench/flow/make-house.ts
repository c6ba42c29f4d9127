import { createHash } from 'node:crypto';
import path from 'node:path';
import { v7 } from 'uuid';
import type { Database } from '../../../src/backend/db/database.ts';
import { openPostgres } from '../../../src/backend/db/open-postgres.ts';
import { openSqlite } from '../../../src/backend/db/open-sqlite.ts';
import type { NewEvent } from '../../../src/backend/log/append-request.ts';
import { createAppend } from '../../../src/backend/log/create-append.ts';
import { createOpenConversation } from '../../../src/backend/log/open-conversation.ts';
import { createAccounts } from '../../../src/backend/modules/accounts/account-repository.ts';
import { createSessions } from '../../../src/backend/modules/accounts/session-repository.ts';
import { createTokenSigner } from '../../../src/backend/modules/accounts/signed-token.ts';
import { createShops } from '../../../src/backend/modules/shops/shop-repository.ts';
import { shopSettingsSchema } from '../../../src/backend/modules/shops/shop-settings.ts';
import { slaConsequence } from '../../../src/backend/modules/sla/sla-consequence.ts';
import { createVisitors } from '../../../src/backend/modules/visitors/visitor-repository.ts';
import { SYSTEM_ACTOR } from '../../../src/backend/principal.ts';
import { systemTimers } from '../../../src/backend/system-timers.ts';
import type { Account } from '../../../src/shared/contracts/people.ts';
import { ok } from '../../../src/shared/lib/result.ts';

/** An agent with the right to connect, and the one conversation that they hold. */
export type Agent = { readonly account: Account; readonly token: string; readonly conversationId: string; readonly seq: number };

export type House = {
  /** Data folder for the server. */
  readonly folder: string;
  /** Of an empty PostgreSQL, to be used instead of a file in the folder. */
  readonly databaseUrl?: string;
  /** What the server signs with: so it knows the tokens. */
  readonly secret: Buffer;
  readonly agents: number;
  /** Agents are dealt out to this many shops; everybody in a shop hears of all its conversations. */
  readonly shops: number;
};

const TOKEN_MS = 3_600_000;
const QUESTION = 'Hello, my parcel 1Z204 has not moved for four days, and the page still says "in transit". Where is it?';

const logger = { info: () => undefined, warn: () => undefined, error: (facts: object) => console.error(facts) };

/** What a customer and the bot leave behind when a person takes over: the head of such a conversation has its usual size. */
function handedOver(agentId: string, customerId: string, ticketNumber: number): readonly NewEvent[] {
  const ticketId = v7();
  return [
    { type: 'episode.opened', payload: { episode: 1, mode: 'bot', language: 'en' }, content: null },
    { type: 'message.posted', payload: { language: 'en' }, content: { text: QUESTION, attachments: [], buttons: [] }, actor: { kind: 'customer', id: customerId } },
    {
      type: 'handoff.requested',
      payload: { reason: 'customer-asks', intent: 'track-parcel', language: 'en', orderNumber: 'SL20260412001', productSlug: null, completeness: 0.8, missing: ['question'], mood: -0.3 },
      content: { summary: QUESTION, known: [{ slot: 'order', value: 'SL20260412001' }], tried: [], promised: [], openQuestion: 'When does it arrive?' },
    },
    {
      type: 'ticket.created',
      payload: { ticketId, number: ticketNumber, kind: 'inquiry', category: 'logistics', priority: 'normal', priorityReasons: [{ code: 'waiting', weight: 2 }], orderNumber: 'SL20260412001', dueAt: null },
      content: null,
    },
    { type: 'assignment.accepted', payload: { agentId, how: 'taken-over', reasons: [{ code: 'waited', value: 41 }], ruleVersion: 'bench' }, content: null, actor: { kind: 'agent', id: agentId } },
  ];
}

function createHouseParts(database: Database, secret: Buffer) {
  const { work } = database;
  const append = createAppend({
    database, consequences: [slaConsequence], clock: Date.now, timers: systemTimers, newId: v7, logger,
    listener: { committed: () => undefined, promised: () => undefined },
  });
  return {
    append, accounts: createAccounts(work), sessions: createSessions(work), shops: createShops(work), visitors: createVisitors(work),
    openConversation: createOpenConversation({ work, clock: Date.now, newId: v7 }), signer: createTokenSigner(secret, Date.now),
  };
}
type Parts = ReturnType<typeof createHouseParts>;

async function addShop({ shops }: Parts): Promise<string> {
  const id = v7();
  const settings = shopSettingsSchema.parse({});
  await shops.add({ id, slug: id, name: { zh: '店', en: 'Shop' }, timeZone: 'UTC', currency: 'CNY', settings, identitySecret: 'none', createdAt: Date.now() }, []);
  return id;
}

async function addAgent({ accounts, sessions, signer }: Parts, shopId: string): Promise<Pick<Agent, 'account' | 'token'>> {
  const accountId = v7();
  const sessionId = v7();
  const now = Date.now();
  const account: Account = {
    id: accountId, login: accountId, name: { zh: '客服', en: 'Agent' }, role: 'agent', skills: [], capacity: 5, languages: ['en'],
    shopIds: [shopId], moneyLimit: { amount: 0, currency: 'CNY' },
  };
  await accounts.add({ account, passwordHash: 'nobody signs in with a password', createdAt: now });
  const tokenHash = createHash('sha256').update(sessionId).digest('base64url');
  await sessions.start({ sessionId, accountId, createdAt: now, endsAt: now + TOKEN_MS, tokenHash });
  return { account, token: signer.sign({ kind: 'staff', accountId, sessionId, role: 'agent', shopIds: [shopId], endsAt: now + TOKEN_MS }) };
}

async function addHeldConversation({ shops, visitors, openConversation, append }: Parts, shopId: string, agentId: string): Promise<Pick<Agent, 'conversationId' | 'seq'>> {
  const customerId = v7();
  await visitors.putCustomer({ id: customerId, shopId, name: 'Mira', tier: 'gold', language: 'en', identified: true, createdAt: Date.now() });
  const conversationId = await openConversation({ shopId, customerId, channel: 'web', language: 'en' });
  const ticketNumber = await shops.nextTicketNumber(shopId);
  const decide = () => ok({ events: handedOver(agentId, customerId, ticketNumber) });
  const answer = await append({ conversationId, actor: SYSTEM_ACTOR, key: v7(), fingerprint: 'bench', act: 'free', seenSeq: null, decide });
  if (!answer.ok) throw new Error(`a conversation could not be handed over: ${answer.error.code}`);
  return { conversationId, seq: answer.value.seq };
}

/** Writes shops, agents and held conversations into a new database, through the backend's own parts; closes it again. */
export async function makeHouse({ folder, databaseUrl, secret, agents, shops }: House): Promise<readonly Agent[]> {
  const database = databaseUrl === undefined ? await openSqlite({ file: path.join(folder, 'baton.db'), clock: Date.now, timers: systemTimers }) : await openPostgres({ url: databaseUrl });
  const parts = createHouseParts(database, secret);
  const shopIds = await Promise.all(Array.from({ length: shops }, () => addShop(parts)));
  const made: Agent[] = [];
  for (let index = 0; index < agents; index += 1) {
    const shopId = shopIds[index % shops] ?? '';
    const agent = await addAgent(parts, shopId);
    made.push({ ...agent, ...(await addHeldConversation(parts, shopId, agent.account.id)) });
  }
  await database.close();
  return made;
}
