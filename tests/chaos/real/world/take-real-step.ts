import { assertNever } from '../../../../src/shared/lib/assert-never.ts';
import { AMOUNTS } from '../../simulation/demo-customer.ts';
import { makeFile } from '../../simulation/file-content.ts';
import type { Client } from '../../simulation/steps.ts';
import type { SeededProxy } from '../network/seeded-proxy.ts';
import type { RealStep } from './real-steps.ts';
import type { RealWorld } from './real-world.ts';

function customerSays({ pages, ledger, newText }: RealWorld, index: number): void {
  const page = pages[index]?.page;
  const text = newText('customer');
  const posted = page?.chat?.say(text);
  if (!posted?.ok || !page) return;
  const { conversationId, customerId } = page.visit ?? { conversationId: page.name, customerId: page.name };
  ledger.add({ id: posted.value.id, by: customerId, conversationId, type: 'message.post', text, payload: { text, attachments: [] }, seenSeq: null });
}

function customerShows({ pages, files, newText }: RealWorld, index: number): void {
  const page = pages[index]?.page;
  if (!page?.chat) return;
  const name = `${newText('picture')}.pdf`;
  files.push({ name, page: index, life: page.life });
  page.chat.sendPicture(makeFile(name));
}

function agentActs({ desks, pages, newId, newText, random }: RealWorld, { desk, page, act, to }: Extract<RealStep, { kind: 'agent' }>): void {
  const conversationId = pages[page]?.page.visit?.conversationId;
  if (conversationId === undefined) return;
  desks[desk]?.perform({ kind: 'act', act, conversationId, id: newId(), text: newText(act), to: desks[to]?.accountId ?? '', amount: random.pick(AMOUNTS) });
}

const wayOf = ({ desks, pages }: RealWorld, { kind, index }: Client): SeededProxy | undefined => (kind === 'desk' ? desks[index]?.way : pages[index]?.way);

function changeClient(world: RealWorld, kind: 'reset' | 'forsake' | 'fair' | 'kill' | 'reconnect', client: Client): void {
  const way = wayOf(world, client);
  const desk = client.kind === 'desk' ? world.desks[client.index] : undefined;
  const page = client.kind === 'page' ? world.pages[client.index]?.page : undefined;
  switch (kind) {
    case 'reset': return way?.reset();
    case 'forsake': return way?.forsake();
    case 'fair': return way?.heal({ isTold: false });
    case 'kill': page?.kill(); return void desk?.kill();
    case 'reconnect': desk?.reconnect(); return page?.chat?.reconnectNow();
    default: return assertNever(kind);
  }
}

/** Starts whatever is dead, without waiting for it. */
export function superviseReal({ site, desks, pages }: RealWorld): void {
  for (const node of site.nodes) void node.start();
  for (const desk of desks) desk.start();
  for (const { page } of pages) page.start();
}

/** Lets one step of a schedule happen. */
export function takeRealStep(world: RealWorld, step: RealStep): void {
  const { site, desks, pages } = world;
  switch (step.kind) {
    case 'customer-says': return customerSays(world, step.page);
    case 'customer-shows': return customerShows(world, step.page);
    case 'customer-reads': return pages[step.page]?.page.chat?.markRead();
    case 'agent': return agentActs(world, step);
    case 'weather': return wayOf(world, step.client)?.become(step.change);
    case 'pause-desk': return desks[step.desk]?.process?.pause();
    case 'resume-desk': return desks[step.desk]?.process?.resume();
    case 'kill-node': return void site.nodes[step.node]?.kill();
    case 'pause-node': return site.nodes[step.node]?.pause();
    case 'resume-node': return site.nodes[step.node]?.resume();
    case 'forsake-database': return site.servers?.forsakeDatabase(step.node);
    case 'pause-redis': return site.servers?.pauseRedis();
    case 'resume-redis': return site.servers?.resumeRedis();
    case 'restart-redis': return void site.servers?.restartRedis();
    case 'pause-postgres': return void site.servers?.pausePostgres();
    case 'resume-postgres': return void site.servers?.resumePostgres();
    case 'restart-postgres': return void site.servers?.restartPostgres();
    case 'supervise': return superviseReal(world);
    default: return changeClient(world, step.kind, step.client);
  }
}
