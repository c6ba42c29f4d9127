import path from 'node:path';
import { v7 } from 'uuid';
import { openSqlite } from '../../../src/backend/db/open-sqlite.ts';
import type { NewEvent } from '../../../src/backend/log/append-request.ts';
import { createAppend } from '../../../src/backend/log/create-append.ts';
import { createOpenConversation } from '../../../src/backend/log/open-conversation.ts';
import { createTokenSigner } from '../../../src/backend/modules/accounts/signed-token.ts';
import { createVisitors } from '../../../src/backend/modules/visitors/visitor-repository.ts';
import { SYSTEM_ACTOR } from '../../../src/backend/principal.ts';
import { systemTimers } from '../../../src/backend/system-timers.ts';
import { LIMITS } from '../../../src/shared/lib/limits.ts';
import { ok } from '../../../src/shared/lib/result.ts';

/** A customer whose page may open their one conversation. */
export type Visitor = { readonly token: string };

/** What attackers may ask for beside the conversations of honest desks. */
export type Plenty = {
  /** Far more than a desk may have open. */
  readonly many: readonly string[];
  /** A conversation whose snapshot is about a megabyte: asking for it costs a line what a heartbeat's answer costs. */
  readonly long: string;
  readonly visitors: readonly Visitor[];
};

const TOKEN_MS = 24 * 3_600_000;
const LONG_MESSAGES = 50;
const AT_ONCE = 100;
const logger = { info: () => undefined, warn: () => undefined, error: (facts: object) => void process.stderr.write(`${JSON.stringify(facts)}\n`) };
const OPENED: NewEvent = { type: 'episode.opened', payload: { episode: 1, mode: 'person', language: 'en' }, content: null };

const posted = (customerId: string, text: string): NewEvent => ({
  type: 'message.posted', payload: { language: 'en' }, content: { text, attachments: [], buttons: [] }, actor: { kind: 'customer', id: customerId },
});

async function openParts(folder: string) {
  const database = await openSqlite({ file: path.join(folder, 'baton.db'), clock: Date.now, timers: systemTimers });
  const { work } = database;
  const append = createAppend({ database, consequences: [], clock: Date.now, timers: systemTimers, newId: v7, logger, listener: { committed: () => undefined, promised: () => undefined } });
  return { database, append, visitors: createVisitors(work), openConversation: createOpenConversation({ work, clock: Date.now, newId: v7 }) };
}

type Parts = Awaited<ReturnType<typeof openParts>>;

type Added = { readonly conversationId: string; readonly customerId: string };

/** A conversation that nobody holds, in which a customer has said all of it. */
async function addConversation({ append, visitors, openConversation }: Parts, shopId: string, texts: readonly string[]): Promise<Added> {
  const customerId = v7();
  await visitors.putCustomer({ id: customerId, shopId, name: 'Ola', tier: 'gold', language: 'en', identified: false, createdAt: Date.now() });
  const conversationId = await openConversation({ shopId, customerId, channel: 'web', language: 'en' });
  const events = [OPENED, ...texts.map((text) => posted(customerId, text))];
  const answer = await append({ conversationId, actor: SYSTEM_ACTOR, key: v7(), fingerprint: 'hostile', act: 'free', seenSeq: null, decide: () => ok({ events }) });
  if (!answer.ok) throw new Error(`a conversation could not be written: ${answer.error.code}`);
  return { conversationId, customerId };
}

type Filling = { readonly folder: string; readonly shopId: string; readonly secret: Buffer; readonly many: number; readonly visitors: number };

/** Fills a shop in a data folder that no server has open. Appends go in groups, each of which is one commit. */
export async function fillHouse({ folder, shopId, secret, many, visitors }: Filling): Promise<Plenty> {
  const parts = await openParts(folder);
  const signer = createTokenSigner(secret, Date.now);
  const endsAt = Date.now() + TOKEN_MS;
  const made: Added[] = [];
  while (made.length < many + visitors) {
    const group = Array.from({ length: Math.min(AT_ONCE, many + visitors - made.length) }, () => addConversation(parts, shopId, ['Where is my parcel?']));
    made.push(...(await Promise.all(group)));
  }
  const long = await addConversation(parts, shopId, Array.from({ length: LONG_MESSAGES }, () => 'x'.repeat(LIMITS.messageCodePoints)));
  await parts.database.close();
  return {
    many: made.slice(0, many).map(({ conversationId }) => conversationId),
    long: long.conversationId,
    visitors: made.slice(many).map((ids) => ({ token: signer.sign({ kind: 'customer', ...ids, shopId, identified: false, endsAt }) })),
  };
}
