import path from 'node:path';
import { BackendRefused, startBackend } from '../processes/backend-process.ts';
import type { BackendNode } from '../world/backend-node.ts';
import { openDesks } from './open-desks.ts';
import type { Trial, TrialGround } from './trial.ts';

const LOCKED = 'DATABASE_LOCKED';

/** What happens to whoever opens the folder as well. */
async function codeOfSecond(folder: string): Promise<string> {
  try {
    const second = await startBackend({ folder });
    await second.kill();
    return 'nothing';
  } catch (problem) {
    if (problem instanceof BackendRefused) return problem.message;
    throw problem;
  }
}

const isWell = async ({ port }: BackendNode): Promise<boolean> => (await fetch(`http://127.0.0.1:${port}/health`)).ok;

async function withBackend<T>({ folder, createSite }: TrialGround, run: (backend: BackendNode, data: string) => Promise<T>): Promise<T> {
  const data = path.join(folder, 'backend');
  const site = await createSite(data);
  const [backend] = site.nodes;
  if (!backend) throw new Error('a service without a node');
  try {
    await backend.start();
    return await run(backend, data);
  } finally {
    await site.close();
  }
}

/** A second backend on a data folder is refused, and the first works on. */
export const twoBackends: Trial = {
  what: 'two backends on one data folder',
  needs: [],
  run: (ground) =>
    withBackend(ground, async (first, data) => {
      const code = await codeOfSecond(data);
      return [...(code === LOCKED ? [] : [`the second was told ${code}`]), ...((await isWell(first)) ? [] : ['the first no longer answers'])];
    }),
};

/** A second desk on a folder is refused, and has it when the first is gone. */
export const twoDesks: Trial = {
  what: "two desks on one account's folder",
  needs: [],
  run: (ground) =>
    withBackend(ground, async ({ port }) => {
      const { open, until } = openDesks(ground.folder);
      const place = { machine: 'one', server: `http://127.0.0.1:${port}` };
      const first = open(place);
      await until(() => first.status()?.isLive === true);
      const second = open(place);
      await until(() => second.refusal() !== null || second.status() !== null);
      const code = second.refusal();
      await first.kill();
      await until(() => second.status()?.isLive === true);
      await second.kill();
      return code === LOCKED ? [] : [`the second was told ${code ?? 'nothing'}`];
    }),
};
