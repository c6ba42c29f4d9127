import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Tokens } from '../../../shared/contracts/api/contract.ts';
import type { AppState, Settings } from '../../../shared/contracts/bridge/app-state.ts';
import type { BridgeCommands, BridgeQueries } from '../../../shared/contracts/bridge/contract.ts';
import { failureSchema, type Failure } from '../../../shared/contracts/errors.ts';
import type { Account } from '../../../shared/contracts/people.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { DemoServer } from '../../ports/demo-server.ts';
import type { Preferences } from '../../ports/preferences.ts';
import type { Secrets } from '../../ports/secrets.ts';
import { createCredentials } from '../api/credentials.ts';
import { createApi } from '../api/public-api.ts';
import { placeOfAddress, type ServerPlace } from '../api/server-place.ts';
import { createSignal, type Signal } from '../signal.ts';
import { openWorkspace, type Workspace, type WorkspaceDeps } from '../workspace.ts';
import { createNavigation, type Navigation } from './navigation.ts';
import { signInRecords } from './sign-in-record.ts';

/** Account and password of the demo shop, which are written on its sign-in screen. */
const DEMO_LOGIN = 'lin.zhiyao';
const DEMO_PASSWORD = 'baton-demo';
const DEMO_KEY = 'demo';

export type DeskDeps = Pick<WorkspaceDeps, 'clock' | 'random' | 'http' | 'openSocket' | 'notifier' | 'log'> & {
  /** Holds one folder per server and account. */
  readonly dataFolder: string;
  readonly preferences: Preferences;
  readonly secrets: Secrets;
  /** Null where the application brings no backend along. */
  readonly demo: DemoServer | null;
  readonly facts: Pick<AppState, 'version' | 'host' | 'platform'>;
};

/** The application without any screen: who is signed in, and their workspace. */
export type Desk = {
  readonly state: () => AppState;
  readonly changed: Signal<AppState>;
  readonly workspace: () => Workspace | null;
  /** Another workspace, or none, from now on. */
  readonly moved: Signal<Workspace | null>;
  /** Opens the kept sign-in, if there is one. To be called once, at the start. */
  readonly restore: () => Promise<void>;
  readonly signIn: (input: BridgeCommands['session.sign-in']['input']) => Promise<Result<null, Failure>>;
  readonly signInDemo: (input: BridgeCommands['session.sign-in-demo']['input']) => Promise<Result<null, Failure>>;
  /** `UNSENT_MESSAGES` with `details.count` unless `discard`; then cache, drafts and the rest of this account's folder are gone. */
  readonly signOut: (input: { discard: boolean }) => Promise<Result<null, Failure>>;
  readonly probe: (server: string) => Promise<Result<BridgeQueries['server.probe']['output'], Failure>>;
  readonly changeSettings: (change: Partial<Settings>) => Settings;
  /** The machine woke up or found a network. */
  readonly reconnectNow: () => void;
  /** Asks a window to show a conversation: a clicked notice, a deep link. */
  readonly navigation: Navigation;
  readonly close: () => void;
};

type SignedIn = { readonly place: ServerPlace; readonly server: string | null; readonly account: Account; readonly tokens: Tokens | null; readonly refreshToken: string; readonly keep: boolean };

const profileOf = (place: ServerPlace, account: Account): string => createHash('sha256').update(`${place.key}\n${account.id}`).digest('hex').slice(0, 32);

const NO_LINE = { state: 'offline', lastHeardAt: null, progress: null, failure: null } as const;

export function createDesk(deps: DeskDeps): Desk {
  const { clock, demo, preferences, secrets } = deps;
  const changed = createSignal<AppState>();
  const moved = createSignal<Workspace | null>();
  const records = signInRecords(secrets);
  const startedAt = clock.now();
  let current: { workspace: Workspace; folder: string } | null = null;
  /** Why nobody is signed in any more, for the sign-in screen. */
  let ending: Failure | null = null;

  const state = (): AppState => ({
    ...deps.facts,
    server: preferences.server(),
    demoAvailable: demo !== null,
    account: current?.workspace.account ?? null,
    connection: current?.workspace.connection.current() ?? { ...NO_LINE, since: startedAt, failure: ending && failureSchema.parse(ending) },
    presence: current?.workspace.presence.current() ?? null,
    settings: preferences.settings(),
    canKeepSignIn: secrets.canKeep,
    unsent: current?.workspace.outbox.unsent() ?? 0,
  });
  const update = () => changed.emit(state());

  function leave(): void {
    current?.workspace.close();
    current = null;
    moved.emit(null);
    update();
  }

  async function handleEnd(failure: Failure): Promise<void> {
    ending = failure;
    leave();
    await records.remove();
  }

  function enter(workspace: Workspace, folder: string): void {
    ending = null;
    current = { workspace, folder };
    workspace.connection.changed.on(update);
    workspace.presence.changed.on(update);
    workspace.outbox.changed.on(update);
    workspace.signedOut.on((failure) => {
      if (current?.workspace === workspace) void handleEnd(failure);
    });
    moved.emit(workspace);
    update();
  }

  async function open({ place, server, account, tokens, refreshToken, keep }: SignedIn): Promise<Result<null, Failure>> {
    const remember = async (token: string) => (keep ? records.write({ server, account, refreshToken: token }) : undefined);
    await (keep ? remember(refreshToken) : records.remove());
    const profile = profileOf(place, account);
    const key = await secrets.profileKey(profile);
    const credentials = createCredentials({ ...deps, place, tokens, refreshToken, onRenewed: remember });
    const folder = join(deps.dataFolder, profile);
    leave();
    const opened = openWorkspace({ ...deps, place, account, credentials, folder, key, deviceId: preferences.deviceId(), nextEpoch: preferences.nextEpoch });
    if (!opened.ok) return opened;
    enter(opened.value, folder);
    return ok(null);
  }

  async function signInAt(place: ServerPlace, server: string | null, as: { login: string; password: string; keep: boolean }): Promise<Result<null, Failure>> {
    const { login, password, keep } = as;
    const answer = await createApi({ ...deps, place })('auth', 'signIn', { login, password });
    if (!answer.ok) return answer;
    const { account, ...tokens } = answer.value;
    return open({ place, server, account, tokens, refreshToken: tokens.refreshToken, keep });
  }

  const demoPlace = (): ServerPlace | null => demo && { key: DEMO_KEY, locate: demo.locate };

  async function signIn({ server, login, password, keep }: BridgeCommands['session.sign-in']['input']): Promise<Result<null, Failure>> {
    const place = placeOfAddress(server);
    if (!place.ok) return place;
    const signedIn = await signInAt(place.value, place.value.key, { login, password, keep });
    if (signedIn.ok) preferences.setServer(place.value.key);
    return signedIn;
  }

  async function signInDemo({ login }: BridgeCommands['session.sign-in-demo']['input']): Promise<Result<null, Failure>> {
    const place = demoPlace();
    return place ? signInAt(place, null, { login: login ?? DEMO_LOGIN, password: DEMO_PASSWORD, keep: true }) : err({ code: 'UNAVAILABLE' });
  }

  async function signOut({ discard }: { discard: boolean }): Promise<Result<null, Failure>> {
    if (!current) return err({ code: 'NOT_SIGNED_IN' });
    const { workspace, folder } = current;
    const count = workspace.outbox.unsent();
    if (count > 0 && !discard) return err({ code: 'UNSENT_MESSAGES', details: { count } });
    // Without a line the session ends by itself; signing out here must not wait for it.
    if (workspace.connection.isLive()) await workspace.api.signOut();
    leave();
    await records.remove();
    await rm(folder, { recursive: true, force: true });
    return ok(null);
  }

  async function restore(): Promise<void> {
    const record = await records.read();
    if (!record) return;
    const place = record.server === null ? demoPlace() : placeOfAddress(record.server);
    const found = place && 'ok' in place ? (place.ok ? place.value : null) : place;
    if (!found) return;
    const { server, account, refreshToken } = record;
    const opened = await open({ place: found, server, account, tokens: null, refreshToken, keep: true });
    if (!opened.ok) ending = opened.error;
    update();
  }

  async function probe(server: string): Promise<Result<BridgeQueries['server.probe']['output'], Failure>> {
    const place = placeOfAddress(server);
    if (!place.ok) return place;
    const began = clock.now();
    const answer = await createApi({ ...deps, place: place.value })('meta', 'handshake', undefined);
    if (!answer.ok) return answer;
    const { name, version, protocol } = answer.value;
    return ok({ name, version, protocol, milliseconds: clock.now() - began });
  }

  return {
    state,
    changed,
    moved,
    navigation: createNavigation(),
    workspace: () => current?.workspace ?? null,
    restore,
    signIn,
    signInDemo,
    signOut,
    probe,
    changeSettings: (change) => {
      const settings = preferences.changeSettings(change);
      update();
      return settings;
    },
    reconnectNow: () => current?.workspace.reconnectNow(),
    close: () => {
      current?.workspace.close();
      current = null;
    },
  };
}
