import path from 'node:path';
import { openValueFile } from '../../../../src/browser-host/file-store.ts';
import { rememberRefused } from '../../../../src/main/ports/remembering-file.ts';
import { createStoredPreferences } from '../../../../src/main/ports/stored-preferences.ts';
import { systemClock as clock } from '../../../../src/main/ports/system-clock.ts';
import { systemRandom as random } from '../../../../src/main/ports/system-random.ts';
import { createNewId, Desk, openSocketIo, type Workspace } from '../../../../src/main/sessions/index.ts';
import type { DeskSetup, FromDesk, ToDesk } from './desk-words.ts';
import { createKeptSecrets } from './kept-secrets.ts';
import { openNotebook } from './notebook.ts';
import { performAct } from './perform-act.ts';
import { reportOf, statusOf, watchWorkspace } from './watch-workspace.ts';

/** A desk in a process of its own: what the browser host composes, without a page, and with a person who does what they are told. */

/** How soon the person tries again to sign in. */
const SIGN_IN_AGAIN_MS = 1_000;

const { login, password, server, folder, notebook: notebookFile } = JSON.parse(process.argv[2] ?? '{}') as DeskSetup;
const notebook = openNotebook(notebookFile);
const nothing = (): void => undefined;
const tell = (word: FromDesk): void => void process.send?.(word);

const desk = new Desk({
  clock, random,
  http: fetch,
  openSocket: openSocketIo,
  dataFolder: path.join(folder, 'profiles'),
  demo: null,
  facts: { version: '0.0.0', host: 'browser', platform: 'linux' },
  log: { info: nothing, warn: nothing, error: (facts, message) => void process.stderr.write(`${JSON.stringify({ level: 50, ...facts, msg: message })}\n`) },
  notifier: { show: nothing, withdraw: nothing, badge: nothing },
  secrets: createKeptSecrets(path.join(folder, 'secrets'), random),
  preferences: createStoredPreferences({ file: rememberRefused(openValueFile(path.join(folder, 'preferences.json')), { warn: nothing }), newId: createNewId(clock, random), now: clock.now, language: 'en' }),
});

const tellStatus = (workspace: Workspace): void => tell({ kind: 'status', status: statusOf(workspace) });

async function signIn(): Promise<void> {
  const signedIn = await desk.signIn({ server, login, password, keep: true });
  if (signedIn.ok) return;
  tell({ kind: 'refused', code: signedIn.error.code });
  clock.after(SIGN_IN_AGAIN_MS, () => void signIn());
}

desk.moved.on((workspace) => {
  if (!workspace) return void clock.after(SIGN_IN_AGAIN_MS, () => void signIn());
  watchWorkspace(workspace, { notebook, onNews: () => tellStatus(workspace) });
});

process.on('message', (word: ToDesk) => {
  const { workspace } = desk;
  switch (word.kind) {
    case 'act': return performAct(() => desk.workspace, word, notebook);
    case 'reconnect': return workspace?.reconnectNow();
    case 'report': return tell({ kind: 'report', report: workspace ? reportOf(workspace) : null });
  }
});
process.once('disconnect', () => process.exit(0));

await desk.restore();
if (!desk.workspace) await signIn();
