import { cpSync } from 'node:fs';
import { createDispatch, type Dispatch } from '../../../src/backend/commands/dispatch.ts';
import { createFindPublicPlace } from '../../../src/backend/modules/messages/message-repository.ts';
import type { App } from '../../../src/backend/app.ts';
import type { CustomerPrincipal, StaffPrincipal } from '../../../src/backend/principal.ts';
import { STAFF_ONLY } from '../history/history.ts';
import type { Template } from './template.ts';
import { createWorld, type World } from './world.ts';

/** How long before the beginning of the run it happens. */
const AGO_MS = 2 * 3_600_000;
/** Until everybody is there, and until all that follows by itself has followed. */
const ARRIVAL_MS = 2_000;
const REST_MS = 20_000;
/**
 * How much is said before the last desk goes, and behind it: whoever has gone when it began is sent a snapshot in place of so many events, and the
 * last one more events than one answer holds.
 */
const SAID = 400;
const SAID_LATER = 650;
/** One in so many is the customer's, and one of the others a note. */
const CUSTOMER_EVERY = 20;
const NOTE_EVERY = 8;
/** Of so many replies one is changed in the end: an older page shows it as it is now. */
const CHANGED_EVERY = 100;

/** Desks by their number: the first goes soon, the second comes for the first time when the run begins, the third goes half way. */
const [FIRST, LEAD, LAST] = [0, 1, 2];
const BEYOND_ALL = 1_000_000;

type Talk = { readonly dispatch: Dispatch; readonly lead: StaffPrincipal; readonly customer: CustomerPrincipal; readonly newId: () => string };

const openDispatch = ({ services, assembly }: App): Dispatch =>
  createDispatch({ append: services.append, policy: assembly.policy, handlers: assembly.commands, customerHandlers: assembly.customerCommands, findPlace: createFindPublicPlace(services.database.work) });

function byLead({ dispatch, lead, customer: { conversationId }, newId }: Talk, type: string, payload: object): string {
  const id = newId();
  void dispatch.staff(lead, { id, type, conversationId, seenSeq: BEYOND_ALL, payload });
  return id;
}

function say(talk: Talk, number: number): string | null {
  const text = `past ${number}`;
  if (number % CUSTOMER_EVERY === 0) {
    void talk.dispatch.customer(talk.customer, { id: talk.newId(), type: 'message.post', payload: { text, attachments: [] } });
    return null;
  }
  if (number % NOTE_EVERY === 0) {
    byLead(talk, 'note.post', { text: `${STAFF_ONLY} ${text}` });
    return null;
  }
  return byLead(talk, 'message.post', { text, attachments: [] });
}

/** The lead talks with the customer, from one number to another; the ids of the replies. */
const talkAtLength = (talk: Talk, from: number, count: number): string[] => Array.from({ length: count }, (_, index) => say(talk, from + index)).filter((id) => id !== null);

/** Some of what was said is taken back or changed; it has to be in the log by then. */
function changeSome(talk: Talk, replies: readonly string[]): void {
  replies.filter((_, index) => index % CHANGED_EVERY === 0).forEach((messageId, index) =>
    index % 2 === 0 ? byLead(talk, 'message.recall', { messageId }) : byLead(talk, 'message.edit', { messageId, text: `changed ${index}` }),
  );
}

async function principalsOf(world: World, app: App): Promise<Pick<Talk, 'lead' | 'customer'>> {
  const account = await app.services.accounts.find(world.accountOf(LEAD));
  const visit = world.pages[0]?.visit;
  if (!account || !visit) throw new Error('nobody came');
  const [shopId = ''] = account.shopIds;
  const { customerId, conversationId } = visit;
  return {
    lead: { kind: 'staff', accountId: account.id, sessionId: '', role: account.role, shopIds: account.shopIds },
    customer: { kind: 'customer', customerId, conversationId, shopId, identified: true },
  };
}

/** Everybody but the lead is there, an hour or two ago, and the customer has said hello. */
async function beginTalk(world: World): Promise<Talk> {
  const { timeline, backend, desks, pages } = world;
  for (const { wall } of [backend, ...desks, ...pages]) wall.jump(-AGO_MS);
  await backend.start();
  for (const machine of [desks[FIRST], desks[LAST], ...pages]) machine?.start();
  await timeline.runUntil(ARRIVAL_MS);
  pages[0]?.chat?.say('hello');
  await timeline.runUntil(timeline.now() + ARRIVAL_MS);
  const { app } = backend;
  if (!app) throw new Error('the backend is down');
  return { ...(await principalsOf(world, app)), dispatch: openDispatch(app), newId: world.newId };
}

/** Fills a folder with what lies on the disks of the backend and of two desks after a long conversation with the first page's customer. */
export async function makeLongPast(template: Template, folder: string): Promise<void> {
  const world = createWorld(template, { seed: 'long past', desks: 3, pages: 1, steps: [] }, template.copy());
  const { timeline, backend, desks, pages } = world;
  const talk = await beginTalk(world);
  const rest = (): Promise<void> => timeline.runUntil(timeline.now() + REST_MS);
  for (const machine of [desks[FIRST], ...pages]) machine?.kill();
  byLead(talk, 'conversation.take-over', {});
  const replies = talkAtLength(talk, 1, SAID);
  await rest();
  desks[LAST]?.kill();
  replies.push(...talkAtLength(talk, SAID + 1, SAID_LATER));
  await rest();
  changeSome(talk, replies);
  await rest();
  await backend.rest();
  cpSync(world.folder, folder, { recursive: true });
  await world.close();
}
