import type { RealStep } from '../world/real-steps.ts';
import { runRealSchedule } from '../world/run-real-schedule.ts';
import { openDesks } from './open-desks.ts';
import type { Trial } from './trial.ts';

const SAYING_EVERY_MS = 300;
const TALK_MS = 14_000;

/** Everybody talks to everybody, over both nodes. */
const talk = (): RealStep[] =>
  Array.from({ length: TALK_MS / SAYING_EVERY_MS }, (_, index) => index).flatMap((index): RealStep[] => {
    const at = index * SAYING_EVERY_MS;
    const page = index % 2;
    const said: RealStep[] = [{ at, kind: 'agent', desk: 0, page, act: 'note', to: 0 }, { at, kind: 'agent', desk: 1, page, act: 'note', to: 0 }];
    return index % 6 < 2 ? [...said, { at, kind: 'customer-says', page }] : said;
  });

const supervise = (): RealStep[] => Array.from({ length: TALK_MS / 1_000 }, (_, index) => ({ at: 1_000 * index, kind: 'supervise' }));

const OUTAGES: readonly { readonly what: string; readonly steps: readonly RealStep[] }[] = [
  { what: 'Redis stands still for 10 s', steps: [{ at: 1_000, kind: 'pause-redis' }, { at: 11_000, kind: 'resume-redis' }] },
  { what: 'Redis is killed and comes back, twice', steps: [{ at: 3_000, kind: 'restart-redis' }, { at: 8_000, kind: 'restart-redis' }] },
  { what: 'a node is killed, then the other', steps: [{ at: 2_000, kind: 'kill-node', node: 0 }, { at: 7_000, kind: 'kill-node', node: 1 }] },
  { what: 'PostgreSQL crashes and comes back, twice', steps: [{ at: 3_000, kind: 'restart-postgres' }, { at: 8_000, kind: 'restart-postgres' }] },
  { what: 'PostgreSQL stands still for 8 s', steps: [{ at: 2_000, kind: 'pause-postgres' }, { at: 10_000, kind: 'resume-postgres' }] },
  { what: 'the network forgets the connections of a node to PostgreSQL, and tells nobody', steps: [{ at: 3_000, kind: 'forsake-database', node: 0 }] },
  { what: 'a node stands still for 8 s', steps: [{ at: 2_000, kind: 'pause-node', node: 1 }, { at: 10_000, kind: 'resume-node', node: 1 }] },
];

const outageTrials: readonly Trial[] = OUTAGES.map(({ what, steps }) => ({
  what: `two nodes: ${what}`,
  needs: [],
  run: async ({ seed, createSite }) => {
    const all = [...talk(), ...supervise(), ...steps].toSorted((one, other) => one.at - other.at);
    const { violations } = await runRealSchedule({ seed, desks: 2, pages: 2, nodes: 2, steps: all }, { createSite });
    return violations.map(({ rule, what: why }) => `${rule}: ${why}`);
  },
}));

/** An agent who signs in at another node is fenced at the first: at once, and, when Redis stood still meanwhile, once it goes on. */
const fencing: Trial = {
  what: 'two nodes: one live connection for each agent',
  needs: [],
  run: async ({ folder, createSite }) => {
    const site = await createSite(`${folder}/nodes`);
    const { open, until } = openDesks(folder);
    const serverOf = (node: number): string => `http://127.0.0.1:${site.nodes[node]?.port}`;
    try {
      await Promise.all(site.nodes.map((node) => node.start()));
      const first = open({ machine: 'one', server: serverOf(0) });
      await until(() => first.status()?.isLive === true);
      const second = open({ machine: 'two', server: serverOf(1) });
      await until(() => second.status()?.isLive === true && first.status()?.code === 'SESSION_FENCED');
      site.servers?.pauseRedis();
      const third = open({ machine: 'three', server: serverOf(0) });
      await until(() => third.status()?.isLive === true);
      const stood = second.status()?.isLive === true;
      site.servers?.resumeRedis();
      await until(() => second.status()?.code === 'SESSION_FENCED' && third.status()?.isLive === true);
      await Promise.all([first, second, third].map((desk) => desk.kill()));
      return stood ? [] : ['the second was fenced before Redis could tell of the third'];
    } finally {
      site.servers?.resumeRedis();
      await site.close();
    }
  },
};

/** Those of a service with two nodes, PostgreSQL and Redis. */
export const sharedTrials: readonly Trial[] = [...outageTrials, fencing];
