import { app, powerMonitor, safeStorage, session } from 'electron';
import { join } from 'node:path';
import pino from 'pino';
import type { AppState } from '../shared/contracts/bridge/app-state.ts';
import {
  DEEP_LINK_SCHEME, PAGE_ORIGIN, createEmbeddedBackend, createNativeNotifier, createWindowTransport, deepLinkIn, harden, openExternal, openShell,
  registerAppScheme, serveAppScheme, setApplicationMenu, startDemoCustomers, type DeskShell,
} from './app/index.ts';
import { Router } from './bridge/index.ts';
import type { Log } from './ports/log.ts';
import type { Notice } from './ports/notifier.ts';
import { rememberRefused } from './ports/remembering-file.ts';
import { createStoredPreferences } from './ports/stored-preferences.ts';
import { systemClock as clock } from './ports/system-clock.ts';
import { systemRandom as random } from './ports/system-random.ts';
import { Desk, createNewId, createPhraseCheck, inviteCustomers, openSocketIo } from './sessions/index.ts';
import { openPreferenceFile, openSafeSecrets, readWindowState, writeWindowState } from './settings/index.ts';

/** The composition root of the Electron application: what belongs to the machine is made here and handed in. */

const PLATFORMS: { readonly [name: string]: AppState['platform'] | undefined } = { darwin: 'mac', win32: 'windows' };
const beside = (path: string): string => join(import.meta.dirname, path);

type Machine = { readonly data: string; readonly log: Log; readonly file: ReturnType<typeof openPreferenceFile>; readonly onNotice: (notice: Notice) => void; readonly onBadge: (count: number) => void };

async function composeDesk({ data, log, file, onNotice, onBadge }: Machine): Promise<Desk> {
  const preferences = createStoredPreferences({ file, newId: createNewId(clock, random), now: clock.now, language: app.getLocale().startsWith('zh') ? 'zh' : 'en' });
  const embedded = createEmbeddedBackend({ entry: beside('embedded-backend.js'), dataFolder: join(data, 'backend'), environment: process.env, clock, random, log });
  const desk = new Desk({
    clock,
    random,
    log,
    preferences,
    http: fetch,
    openSocket: openSocketIo,
    demo: embedded,
    dataFolder: join(data, 'profiles'),
    facts: { version: app.getVersion(), host: 'electron', platform: PLATFORMS[process.platform] ?? 'linux' },
    notifier: createNativeNotifier({ language: () => preferences.settings().language, onClick: onNotice, onBadge }),
    secrets: await openSafeSecrets({ keyring: safeStorage, folder: join(data, 'secrets'), platform: process.platform, random, log }),
  });
  const sendHome = process.env['BATON_CUSTOMERS'] === 'off' ? () => undefined : inviteCustomers(desk, embedded, (url) => startDemoCustomers(beside('demo-customers.js'), url));
  app.on('will-quit', () => {
    sendHome();
    desk.close();
    embedded.stop();
  });
  powerMonitor.on('resume', () => desk.reconnectNow());
  // Who has never signed in to a server may press the demo's key: it takes seconds to start.
  if (preferences.server() === null) void embedded.locate();
  return desk;
}

async function run(data: string, log: Log): Promise<void> {
  const file = rememberRefused(openPreferenceFile(), log);
  // The shell is made of the desk, and the desk's notices lead to the shell.
  let shell: DeskShell | null = null;
  const onNotice = (notice: Notice) => ('conversationId' in notice ? shell?.showConversation(notice.conversationId) : shell?.show());
  const desk = await composeDesk({ data, log, file, onNotice, onBadge: (count) => shell?.setBadge(count) });
  const router = new Router({ desk, clock, log, origins: [PAGE_ORIGIN], openLink: openExternal, checkPhrases: createPhraseCheck(beside('../../resources/lexicons/guard.json')) });
  harden(session.defaultSession);
  setApplicationMenu(process.platform);
  serveAppScheme({
    folder: beside('../renderer'),
    download: async (blobId) => desk.workspace?.api.download(blobId) ?? { ok: false, error: { code: 'NOT_SIGNED_IN' } },
  });
  await desk.restore();
  const placement = { read: () => readWindowState(file), write: (state: Parameters<typeof writeWindowState>[1]) => writeWindowState(file, state) };
  shell = openShell({ desk, transport: createWindowTransport(router), preload: beside('../preload/index.cjs'), placement, log });
  shell.openLink(deepLinkIn(process.argv));
}

function start(): void {
  const data = app.getPath('userData');
  const log = pino({ name: 'desk' }, pino.destination({ dest: join(data, 'logs', 'desk.log'), mkdir: true, sync: true }));
  // Not awaited here: Electron becomes ready only once this module has been read to its end.
  app.whenReady().then(() => run(data, log)).catch((problem: unknown) => {
    log.error({ problem: problem instanceof Error ? problem.stack : String(problem) }, 'the desk could not start');
    app.exit(1);
  });
}

app.enableSandbox();
registerAppScheme();
app.setAsDefaultProtocolClient(DEEP_LINK_SCHEME);
// A second start shows the window of the first.
if (app.requestSingleInstanceLock()) start();
else app.quit();
