import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { DEMO_PASSWORD } from '../../../../src/backend/seed/seed-demo.ts';
import { createSignal } from '../../../../src/main/sessions/signal.ts';
import { BackendRefused, startBackend, type BackendProcess } from '../processes/backend-process.ts';
import { startDesk, type DeskProcess } from '../processes/desk-process.ts';
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

const isWell = async ({ port }: BackendProcess): Promise<boolean> => (await fetch(`http://127.0.0.1:${port}/health`)).ok;

async function withBackend<T>({ folder, template }: TrialGround, run: (backend: BackendProcess, data: string) => Promise<T>): Promise<T> {
  const data = path.join(folder, 'backend');
  cpSync(template, data, { recursive: true });
  const backend = await startBackend({ folder: data });
  try {
    return await run(backend, data);
  } finally {
    await backend.kill();
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

/** Starts the same desk again and again, each with a notebook of its own; `until` waits for what one says. */
function openDesks(folder: string, server: string) {
  const news = createSignal<null>();
  const open = (name: string): DeskProcess =>
    startDesk({ setup: { login: 'lin.zhiyao', password: DEMO_PASSWORD, server, folder, notebook: path.join(folder, `notebook-${name}`) }, onNews: () => news.emit(null) });
  const until = (holds: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (!holds()) return;
        undo();
        resolve();
      };
      const undo = news.on(look);
      look();
    });
  return { open, until };
}

/** A second desk on a folder is refused, and has it when the first is gone. */
export const twoDesks: Trial = {
  what: "two desks on one account's folder",
  needs: [],
  run: (ground) =>
    withBackend(ground, async ({ port }) => {
      const folder = path.join(ground.folder, 'desk');
      mkdirSync(folder);
      const { open, until } = openDesks(folder, `http://127.0.0.1:${port}`);
      const first = open('first');
      await until(() => first.status()?.isLive === true);
      const second = open('second');
      await until(() => second.refusal() !== null || second.status() !== null);
      const code = second.refusal();
      await first.kill();
      await until(() => second.status()?.isLive === true);
      await second.kill();
      return code === LOCKED ? [] : [`the second was told ${code ?? 'nothing'}`];
    }),
};
