import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DEMO_PASSWORD } from '../../../../src/backend/seed/seed-demo.ts';
import { systemClock as clock } from '../../../../src/main/ports/system-clock.ts';
import { createSignal } from '../../../../src/main/sessions/signal.ts';
import { startDesk, type DeskProcess } from '../processes/desk-process.ts';

/** How long anything of this kind may need. */
const PATIENCE_MS = 60_000;

/** Which machine the desk is on, and where its service is. */
export type Place = { readonly machine: string; readonly server: string };

/** Starts desks of one agent, each with a notebook of its own; `until` waits for what one of them says. */
export function openDesks(folder: string) {
  const news = createSignal<null>();
  let opened = 0;
  const open = ({ machine, server }: Place): DeskProcess => {
    const own = path.join(folder, machine);
    mkdirSync(own, { recursive: true });
    const notebook = path.join(folder, `notebook-${(opened += 1)}`);
    return startDesk({ setup: { login: 'lin.zhiyao', password: DEMO_PASSWORD, server, folder: own, notebook }, onNews: () => news.emit(null) });
  };
  const until = (holds: () => boolean): Promise<void> =>
    new Promise((resolve, reject) => {
      const cancel = clock.after(PATIENCE_MS, () => reject(new Error('a desk did not come to what was waited for')));
      const look = (): void => {
        if (!holds()) return;
        undo();
        cancel();
        resolve();
      };
      const undo = news.on(look);
      look();
    });
  return { open, until };
}
