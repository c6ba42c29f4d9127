import { systemClock as clock } from '../../../../src/main/ports/system-clock.ts';
import { checkHistory } from '../../history/check-history.ts';
import type { History } from '../../history/history.ts';
import type { RealWorld } from './real-world.ts';
import { superviseReal } from './take-real-step.ts';
import { writeRealHistory } from './write-real-history.ts';

/** How long a healed world may need: a forsaken line is noticed after two heartbeats, then everything is sent again. */
const REST_WITHIN_MS = 60_000;

/** Resolves at the next news, or when the time is over. */
function nextNews({ news }: RealWorld, until: number): Promise<void> {
  return new Promise((resolve) => {
    const finish = (): void => {
      undo();
      cancel();
      resolve();
    };
    const undo = news.on(finish);
    const cancel = clock.after(Math.max(0, until - clock.now()), finish);
  });
}

/** Whether nothing is on its way, as far as each of them says of itself. */
export function isQuiet({ site, desks, pages }: RealWorld): boolean {
  const isDeskQuiet = desks.every(({ process }) => {
    const status = process?.status();
    return status?.isLive === true && !status.isWaiting;
  });
  const isPageQuiet = pages.every(({ page: { chat } }) => chat?.line.get().kind === 'open' && !chat.outgoing.get().some(({ state }) => state.kind !== 'refused') && !chat.uploads.get().some(({ refused }) => refused === null));
  return isDeskQuiet && isPageQuiet && site.nodes.every(({ port }) => port !== null);
}

/**
 * Whether nothing is left to wait for: what a desk says of itself may be older than its last order, and the backend may still react to
 * the last message. What was wrong once stays so, however long one waits.
 */
const isSettled = (history: History): boolean => checkHistory(history).length === 0;

/** What everybody has while the nodes stand still, so that no side can run ahead of another while they are read. */
async function readWhilePaused(world: RealWorld, troubles: readonly string[]): Promise<History> {
  const { nodes, openReadSide } = world.site;
  const side = await openReadSide();
  for (const node of nodes) node.pause();
  try {
    return await writeRealHistory(world, side, troubles);
  } finally {
    for (const node of nodes) node.resume();
    await side.close();
  }
}

/** Heals everything and waits until all sides hold the same; after a minute what there is then. */
export async function comeToRest(world: RealWorld, troubles: string[]): Promise<History> {
  const { site, desks, pages, random } = world;
  for (const node of site.nodes) node.resume();
  site.servers?.resumeRedis();
  void site.servers?.resumePostgres();
  for (const { process } of desks) process?.resume();
  for (const { way } of [...desks, ...pages]) way.heal({ isTold: random.chance(0.8) });
  const end = clock.now() + REST_WITHIN_MS;
  while (clock.now() < end) {
    superviseReal(world);
    if (isQuiet(world)) {
      const history = await readWhilePaused(world, troubles);
      if (isSettled(history)) return history;
    }
    await nextNews(world, end);
  }
  return readWhilePaused(world, [...troubles, 'the world did not come to rest']);
}
