import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import type { Server as SocketServer } from 'socket.io';
import type { AppState, Settings } from '../shared/contracts/bridge/app-state.ts';
import { err } from '../shared/lib/result.ts';
import { Router } from '../main/bridge/index.ts';
import type { Clock } from '../main/ports/clock.ts';
import type { DemoServer } from '../main/ports/demo-server.ts';
import type { Http } from '../main/ports/http.ts';
import type { Log } from '../main/ports/log.ts';
import type { Random } from '../main/ports/random.ts';
import { rememberRefused } from '../main/ports/remembering-file.ts';
import { createStoredPreferences } from '../main/ports/stored-preferences.ts';
import { Desk, createNewId, inviteCustomers, openSocketIo, type CheckPhrases, type Customers } from '../main/sessions/index.ts';
import { createFileSecrets } from './file-secrets.ts';
import { openValueFile } from './file-store.ts';
import { createLoginGate } from './login-gate.ts';
import { createPageNotifier } from './notices.ts';
import { createOrigins } from './origins.ts';
import { createPageServer } from './page-server.ts';
import { createSocketTransport } from './socket-transport.ts';

export type BrowserHostOptions = {
  /** 0 takes a free one. */
  readonly port: number;
  readonly publicOrigin: string | null;
  readonly dataFolder: string;
  /** The built renderer. */
  readonly pageFolder: string;
  readonly checkPhrases: CheckPhrases;
  readonly demo: DemoServer | null;
  /** Lets customers come to the demo shop; null where nobody wants them. */
  readonly startCustomers: ((serverUrl: string) => Customers) | null;
  readonly language: Settings['language'];
  readonly version: string;
  readonly platform: AppState['platform'];
  readonly clock: Clock;
  readonly random: Random;
  readonly http: Http;
  readonly log: Log;
};

export type BrowserHost = {
  readonly port: number;
  readonly controlSecret: string;
  /** A new login address; the session before is over. */
  readonly newLogin: () => string;
  /** Where customers of the demo shop write; null until its backend listens. */
  readonly chatPage: () => string | null;
  readonly close: () => Promise<void>;
};

/** The application without any screen, kept in the host's folder; its notices go to whatever pages are open. */
function createHostDesk({ clock, random, log, dataFolder, language, version, platform, demo, http }: BrowserHostOptions, pages: () => SocketServer | null): Desk {
  const preferences = createStoredPreferences({ file: rememberRefused(openValueFile(join(dataFolder, 'preferences.json')), log), newId: createNewId(clock, random), now: clock.now, language });
  return new Desk({
    clock, random, log, preferences, demo, http,
    openSocket: openSocketIo,
    dataFolder: join(dataFolder, 'profiles'),
    facts: { version, host: 'browser', platform },
    notifier: createPageNotifier(pages, () => preferences.settings().language),
    secrets: createFileSecrets(join(dataFolder, 'secrets'), random),
  });
}

/** The desk's sessions and bridge for one browser on this machine. */
export async function startBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  const { clock, random, log, publicOrigin, demo } = options;
  const controlSecret = Buffer.from(random.bytes(32)).toString('base64url');
  const gate = createLoginGate(random);
  let io: SocketServer | null = null;
  let port = options.port;
  const place = () => ({ port, origins: createOrigins(port, publicOrigin), publicOrigin });
  const desk = createHostDesk(options, () => io);
  const sendHome = demo && options.startCustomers ? inviteCustomers(desk, demo, options.startCustomers) : () => undefined;

  function newLogin(): string {
    const key = gate.issue();
    io?.disconnectSockets(true);
    return `${publicOrigin ?? `http://127.0.0.1:${port}`}/login?key=${key}`;
  }

  const download = async (blobId: string) => desk.workspace?.api.download(blobId) ?? err({ code: 'NOT_SIGNED_IN' as const });
  const app = await createPageServer({ gate, folder: options.pageFolder, controlSecret, place, newLogin, download });
  // Known before the first request is answered, and not before it listens.
  await app.listen({ port, host: '127.0.0.1' });
  ({ port } = app.server.address() as AddressInfo);
  const router = new Router({ desk, clock, log, origins: place().origins.list, openLink: () => undefined, checkPhrases: options.checkPhrases });
  io = createSocketTransport({ server: app.server, router, gate, place, onNoticeClick: desk.navigation.toConversation });

  return {
    port,
    controlSecret,
    newLogin,
    chatPage: () => desk.state.chatPage,
    close: async () => {
      sendHome();
      desk.close();
      await io?.close();
      await app.close();
    },
  };
}
