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
/** More than a catch-up answer holds, also of public events alone. */
const SAID = 700;
/** One in so many is the customer's, and one of the others a note. */
const CUSTOMER_EVERY = 20;
const NOTE_EVERY = 8;
/** Of so many replies one is changed in the end: an older page shows it as it is now. */
const CHANGED_EVERY = 100;

const LEAD = 1;
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

/** The lead takes the conversation over and talks with the customer at length; the ids of the replies. */
function talkAtLength(talk: Talk): string[] {
  byLead(talk, 'conversation.take-over', {});
  return Array.from({ length: SAID }, (_, index) => say(talk, index + 1)).filter((id) => id !== null);
}

/** Some of what was said is taken back or changed; it has to be in the log by then. */
function changeSome(talk: Talk, replies: readonly string[]): void {
  replies.filter((_, index) => index % CHANGED_EVERY === 0).forEach((messageId, index) =>
    index % 2 === 0 ? byLead(talk, 'message.recall', { messageId }) : byLead(talk, 'message.edit', { messageId, text: `past ${index}, changed` }),
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

/**
 * Fills a folder with what lies on the disks of the backend and of the first desk after a long conversation with the first page's customer:
 * the desk has gone when it had just begun.
 */
export async function makeLongPast(template: Template, folder: string): Promise<void> {
  const world = createWorld(template, { seed: 'long past', desks: 1, pages: 1, steps: [] }, template.copy());
  const { timeline, backend, desks, pages } = world;
  for (const { wall } of [backend, ...desks, ...pages]) wall.jump(-AGO_MS);
  await backend.start();
  for (const machine of [...desks, ...pages]) machine.start();
  await timeline.runUntil(ARRIVAL_MS);
  pages[0]?.chat?.say('hello');
  await timeline.runUntil(timeline.now() + ARRIVAL_MS);
  const { app } = backend;
  if (!app) throw new Error('the backend is down');
  const principals = await principalsOf(world, app);
  for (const machine of [...desks, ...pages]) machine.kill();
  const talk = { ...principals, dispatch: openDispatch(app), newId: world.newId };
  const replies = talkAtLength(talk);
  await timeline.runUntil(timeline.now() + REST_MS);
  changeSome(talk, replies);
  await timeline.runUntil(timeline.now() + REST_MS);
  await backend.rest();
  cpSync(world.folder, folder, { recursive: true });
  await world.close();
}
