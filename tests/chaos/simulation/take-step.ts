import { assertNever } from '../../../src/shared/lib/assert-never.ts';
import { actAgent } from './act-agent.ts';
import { borrowKey } from './borrow-key.ts';
import { sessionOf } from './connection-book.ts';
import { PAGE_WITH_ORDER } from './demo-customer.ts';
import { makeFile } from './file-content.ts';
import type { SimulatedDesk } from './simulated-desk.ts';
import type { SimulatedPage } from './simulated-page.ts';
import type { Client, Step } from './steps.ts';
import { ELSEWHERE, type World } from './world.ts';

type Machine = SimulatedDesk | SimulatedPage;

const machineOf = (world: World, { kind, index }: Client): Machine | undefined => (kind === 'desk' ? world.desks[index] : world.pages[index]);

/** What brings a conversation to a person. */
const WANTS_PERSON = 'I want to talk to a human agent';

function customerSays(world: World, { page, wants }: Extract<Step, { readonly kind: 'customer-says' }>): void {
  const machine = world.pages[page];
  const text = world.newText(wants === 'person' ? WANTS_PERSON : 'customer');
  const posted = machine?.chat?.say(text);
  if (!posted?.ok || !machine) return;
  const { conversationId, customerId } = machine.visit ?? { conversationId: machine.name, customerId: machine.name };
  world.ledger.add({ id: posted.value.id, by: customerId, conversationId, type: 'message.post', text, payload: { text, attachments: [] }, seenSeq: null });
}

function customerShowsFile({ pages, files, newText }: World, index: number): void {
  const page = pages[index];
  if (!page?.chat) return;
  const name = `${newText('picture')}.pdf`;
  files.push({ name, page: index, life: page.life });
  page.chat.sendPicture(makeFile(name));
}

function reconnect(machine: Machine): void {
  if ('chat' in machine) machine.chat?.reconnectNow();
  else machine.workspace?.reconnectNow();
}

async function actAtDesk(world: World, step: Extract<Step, { readonly kind: 'agent' }>): Promise<void> {
  const desk = world.desks[step.desk];
  if (step.act === 'order' && desk) {
    if (step.page !== PAGE_WITH_ORDER) return;
    await world.orders.look(desk.login, step.isFresh);
  }
  actAgent(world, step);
}

/** Somebody signs a desk out from elsewhere, with the token that it knocked with last. */
async function revoke({ backend, book, revocations, timeline, accountOf }: World, desk: number): Promise<void> {
  const token = book.lastToken(accountOf(desk));
  if (token === null) return;
  const answer = await backend.ask({ method: 'POST', url: '/api/auth/sign-out', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, remoteAddress: ELSEWHERE, payload: '{}' });
  if (answer?.status === 200) revocations.push({ sessionId: sessionOf(token) ?? '', at: timeline.now() });
}

/** Starts whatever is dead. */
export async function supervise({ backend, desks, pages }: World): Promise<void> {
  if (!backend.app) await backend.start();
  for (const machine of [...desks, ...pages]) machine.start();
}

function changeMachine(machine: Machine, kind: 'break' | 'forsake' | 'stall' | 'clear' | 'fair' | 'down' | 'kill' | 'reconnect'): void {
  const { way } = machine;
  switch (kind) {
    case 'break': return way.breakAll();
    case 'forsake': return way.forsakeAll();
    case 'stall': return way.change({ isStalled: true });
    case 'clear': return way.clear();
    case 'fair': return way.heal();
    case 'down': way.change({ isDown: true }); return way.breakAll();
    case 'kill': return machine.kill();
    case 'reconnect': return reconnect(machine);
    default: return assertNever(kind);
  }
}

/** Lets one step of a schedule happen. */
export async function takeStep(world: World, step: Step): Promise<void> {
  switch (step.kind) {
    case 'customer-says': return step.shows === 'file' ? customerShowsFile(world, step.page) : customerSays(world, step);
    case 'customer-reads': return world.pages[step.page]?.chat?.markRead();
    case 'agent': return actAtDesk(world, step);
    case 'weather': {
      const { loss, duplication, latency } = step;
      return machineOf(world, step.client)?.way.change({ loss, duplication, latency });
    }
    case 'kill-at-write': return world.desks[step.desk]?.killAtWrite(step.after);
    case 'kill-backend': return world.backend.kill();
    case 'break-commit': return world.backend.breakCommit(step.beside ? 'beside' : 'log', { ...step, kind: step.fault });
    case 'cut-shop-line': return world.backend.cutShopLine(step.fault, step.milliseconds);
    case 'slow-reads': return world.backend.slowReads(step.milliseconds);
    // It waits for the timeline, which waits for this step.
    case 'revoke': return void revoke(world, step.desk);
    case 'borrow-key': return borrowKey(world, step.page);
    case 'jump': return (step.machine === 'backend' ? world.backend : machineOf(world, step.machine))?.wall.jump(step.milliseconds);
    case 'supervise': return supervise(world);
    default: {
      const machine = machineOf(world, step.client);
      return machine ? changeMachine(machine, step.kind) : undefined;
    }
  }
}
